import { itemsOf } from './item';

/** Observability. */
export const observability = itemsOf('observability', [
  {
    id: 'OBS-1',
    title: 'The server writes structured logs',
    type: 'auto',
    weight: 4,
    backedBy: ['missing-structured-logger'],
    also: ['interpolated-log'],
  },
  {
    id: 'OBS-2',
    title: 'Every server error is logged with what was going on',
    type: 'auto',
    weight: 4,
    backedBy: ['error-not-logged', 'silent-background-failure'],
  },
  {
    id: 'OBS-3',
    title: 'Errors are collected in one place, from server and browser',
    type: 'mixed',
    weight: 3,
    backedBy: ['missing-error-tracking'],
    question:
      'Cause an error on purpose in the running product, once on the server and once in the browser. Do both show up where your team looks for errors?',
  },
  {
    id: 'OBS-4',
    title: 'A health address exists and something watches it',
    type: 'mixed',
    weight: 3,
    backedBy: ['missing-health-endpoint'],
    also: ['health-endpoint-shallow'],
    question: 'Does a monitor outside your servers call the health address at least every few minutes? Link the monitor.',
  },
  {
    id: 'OBS-5',
    title: 'There are metrics or traces, and one request can be followed through them',
    type: 'mixed',
    weight: 2,
    backedBy: ['missing-instrumentation', 'request-correlation-missing'],
    question: 'Pick one request from yesterday. Can you find how long it took and every log line that belongs to it?',
  },
  {
    id: 'OBS-6',
    title: 'Somebody is alerted at two in the morning, and knows it',
    type: 'manual',
    weight: 3,
    backedBy: [],
    also: ['missing-alerting-evidence'],
    question: 'If the product goes down at night, whose phone rings? Name the person and link the alert rule.',
  },
  {
    id: 'OBS-7',
    title: 'Targets for availability and speed are written down',
    type: 'manual',
    weight: 1,
    backedBy: [],
    question: 'Is it written down how often the product may be down and how slow it may be before you act? Link the page.',
  },
]);
