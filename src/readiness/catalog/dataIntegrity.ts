import { itemsOf } from './item';

/** Data integrity. */
export const dataIntegrity = itemsOf('data-integrity', [
  {
    id: 'DATA-1',
    title: 'The database changes only through versioned migrations',
    type: 'auto',
    weight: 4,
    backedBy: ['missing-migrations', 'schema-push-in-production'],
    also: ['destructive-migration'],
  },
  {
    id: 'DATA-2',
    title: 'Writes that belong together happen together or not at all',
    type: 'auto',
    weight: 3,
    backedBy: ['missing-transaction'],
  },
  {
    id: 'DATA-3',
    title: 'The database itself enforces references, uniqueness and constraints',
    type: 'auto',
    weight: 3,
    backedBy: ['missing-foreign-key', 'missing-unique-constraint', 'missing-index'],
    also: ['weak-column-constraints', 'cascade-delete-risk'],
  },
  {
    id: 'DATA-4',
    title: 'Two people changing the same thing at once do no harm',
    type: 'mixed',
    weight: 3,
    backedBy: ['read-modify-write-race', 'check-then-insert'],
    question:
      'Let two people buy the last item, book the same slot or edit the same record at the same moment. Is the result right each time?',
  },
  {
    id: 'DATA-5',
    title: 'Money is exact and worked out on the server',
    type: 'auto',
    weight: 2,
    backedBy: ['float-money', 'client-trusted-price'],
  },
  { id: 'DATA-6', title: 'Times are stored with their zone', type: 'auto', weight: 1, backedBy: ['naive-timestamp', 'server-local-date'] },
  {
    id: 'DATA-7',
    title: 'Backups exist and restoring one was rehearsed',
    type: 'manual',
    weight: 4,
    backedBy: [],
    question:
      'When did somebody last restore a backup into an empty database and check that the data was there? Note the date and how long it took.',
  },
]);
