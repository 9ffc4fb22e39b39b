export abstract class SubscriptionPlansRepositoryPort {
  abstract list(): Promise<unknown[]>;
  abstract named(name: string): Promise<unknown>;
  abstract add(plan: { name: string }): Promise<unknown>;
  abstract remove(id: string): Promise<void>;
}
