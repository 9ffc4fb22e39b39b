import { itemsOf } from './item';

/** Scalability. */
export const scalability = itemsOf('scalability', [
  {
    id: 'SCAL-1',
    title: 'Lists are bounded and come in pages',
    type: 'auto',
    weight: 4,
    backedBy: ['unbounded-query', 'load-all-then-filter'],
  },
  {
    id: 'SCAL-2',
    title: 'No query per row, and columns that are searched have an index',
    type: 'auto',
    weight: 4,
    backedBy: ['n-plus-one', 'missing-index', 'rls-initplan'],
  },
  {
    id: 'SCAL-3',
    title: 'Database connections are shared and limited',
    type: 'auto',
    weight: 3,
    backedBy: ['connection-per-request', 'shared-client', 'pool-not-configured'],
  },
  {
    id: 'SCAL-4',
    title: 'A restart or a second instance loses nothing',
    type: 'auto',
    weight: 3,
    backedBy: ['in-memory-state', 'in-memory-session-store'],
  },
  {
    id: 'SCAL-5',
    title: 'Background work waits in a queue, may run twice, and gives back what it takes',
    type: 'auto',
    weight: 2,
    backedBy: ['non-idempotent-job', 'leaked-listener-or-timer', 'long-work-in-request'],
    also: ['serverless-background-work', 'effect-without-cleanup', 'sync-blocking-call', 'unbounded-concurrency', 'ws-unbounded'],
  },
  {
    id: 'SCAL-6',
    title: 'The expected peak was tried with a load test',
    type: 'mixed',
    weight: 3,
    backedBy: [],
    question:
      'Was the product tried with as many people as you expect on the busiest day, with as much data as after a year? Link the result and note the date.',
  },
  {
    id: 'SCAL-7',
    title: 'Limits on capacity and cost, and what is cached, were decided',
    type: 'manual',
    weight: 1,
    backedBy: [],
    also: ['missing-caching', 'missing-body-limit', 'server-timeouts-off'],
    question: 'What would one person who calls your most expensive feature in a loop cost you in a night, and what stops them?',
  },
]);
