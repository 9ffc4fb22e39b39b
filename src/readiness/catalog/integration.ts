import { itemsOf } from './item';

/** Integration. */
export const integration = itemsOf('integration', [
  {
    id: 'INTG-1',
    title: 'All outside systems are known, each with an owner',
    type: 'mixed',
    weight: 2,
    backedBy: [],
    question:
      'Is there a list of every outside service the product calls or is called by, with the person who owns each account and where its keys are?',
  },
  {
    id: 'INTG-2',
    title: 'Every incoming webhook is verified and may safely arrive twice',
    type: 'auto',
    weight: 5,
    backedBy: ['unverified-webhook', 'webhook-raw-body', 'non-idempotent-webhook'],
  },
  {
    id: 'INTG-3',
    title: 'Every outgoing call has a time limit and its answer is checked',
    type: 'auto',
    weight: 5,
    backedBy: ['external-call-without-timeout', 'fetch-response-not-checked'],
  },
  {
    id: 'INTG-4',
    title: 'Where money or messages are sent, trying again does no harm',
    type: 'mixed',
    weight: 3,
    backedBy: ['external-call-without-retry', 'missing-idempotency-key'],
    also: ['missing-circuit-breaker'],
    question:
      'Break the connection right after a payment or an e-mail was sent, then let the request repeat. Is it charged or sent only once?',
  },
  {
    id: 'INTG-5',
    title: 'Data from outside is validated, nothing live is made up, versions are pinned',
    type: 'auto',
    weight: 3,
    backedBy: ['unvalidated-external-response', 'mock-data-in-production', 'unpinned-api-version'],
    also: ['hardcoded-endpoint', 'unversioned-public-api'],
  },
  {
    id: 'INTG-6',
    title: 'The switch from test to live accounts and the limits of providers were tried',
    type: 'manual',
    weight: 2,
    backedBy: [],
    also: ['test-mode-credentials'],
    question: 'Did one real payment, message or call go through every live account, and do you know how many calls each provider allows?',
  },
]);
