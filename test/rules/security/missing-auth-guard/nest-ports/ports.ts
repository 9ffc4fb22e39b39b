export * from './infrastructure/persistence/document/repositories/abstract/of-plans-that-people-subscribe-to/subscription-plans.repository.port';
