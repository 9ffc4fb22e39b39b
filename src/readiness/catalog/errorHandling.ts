import { itemsOf } from './item';

/** Error handling and edge cases. */
export const errorHandling = itemsOf('error-handling', [
  {
    id: 'EH-1',
    title: 'Every request and job ends in a handled error',
    type: 'auto',
    weight: 4,
    backedBy: ['unhandled-async-handler', 'floating-promise', 'emitter-without-error-listener'],
    also: ['double-response'],
  },
  {
    id: 'EH-2',
    title: 'Failures of data and service calls are checked, not assumed away',
    type: 'auto',
    weight: 4,
    backedBy: ['unchecked-result-error', 'fetch-response-not-checked'],
    also: ['unguarded-json-parse', 'unchecked-affected-rows'],
  },
  { id: 'EH-3', title: 'Clients never see internal error text', type: 'auto', weight: 3, backedBy: ['error-detail-leak'] },
  {
    id: 'EH-4',
    title: 'No failure is silently swallowed',
    type: 'auto',
    weight: 3,
    backedBy: ['swallowed-error', 'control-flow-exception-swallowed'],
    also: ['success-status-on-error'],
  },
  {
    id: 'EH-5',
    title: 'There is one central error handler and one of last resort',
    type: 'auto',
    weight: 3,
    backedBy: ['missing-central-error-handler', 'missing-last-resort-handler'],
    also: ['mixed-error-shape'],
  },
  {
    id: 'EH-6',
    title: 'The user interface shows something sensible on errors, on empty lists and while loading',
    type: 'mixed',
    weight: 1,
    backedBy: ['missing-error-boundary'],
    question:
      'Open each main screen with the server switched off, with no data, and on a slow connection. Does each show a message that tells people what to do?',
  },
  {
    id: 'EH-7',
    title: 'The unhappy paths were tried',
    type: 'manual',
    weight: 2,
    backedBy: [],
    question:
      'Has somebody tried what goes wrong in real life: clicking a button twice, a slow network, a service that is down, nonsense in a form? Note where the result is written down.',
  },
]);
