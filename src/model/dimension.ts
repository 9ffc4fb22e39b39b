/** The eight headings of production readiness, in the order in which they are always shown. */
export const dimensions = [
  { id: 'error-handling', title: 'Error handling', meaning: 'What happens when inputs, services or data are not as expected.' },
  { id: 'security', title: 'Security', meaning: 'Who may call what, with which input, and what is kept secret.' },
  { id: 'observability', title: 'Observability', meaning: 'Whether you would know that, where and why it failed.' },
  { id: 'data-integrity', title: 'Data integrity', meaning: 'Whether stored data stays complete, consistent and recoverable.' },
  { id: 'compliance', title: 'Compliance', meaning: 'Personal data, audit trails and the duties that come with them.' },
  { id: 'integration', title: 'Integration', meaning: 'Calls to and from other systems that fail, repeat or change.' },
  { id: 'scalability', title: 'Scalability', meaning: 'What breaks with more users, more rows or a second instance.' },
  {
    id: 'operational-readiness',
    title: 'Operational readiness',
    meaning: 'Building, deploying, configuring, rolling back and running it.',
  },
] as const;

/** Id of a dimension, for example `data-integrity`. */
export type DimensionId = (typeof dimensions)[number]['id'];

/** All dimension ids in display order. */
export const dimensionIds: readonly DimensionId[] = dimensions.map((dimension) => dimension.id);
