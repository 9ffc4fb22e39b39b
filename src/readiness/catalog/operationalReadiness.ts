import { itemsOf } from './item';

/** Operational readiness. */
export const operationalReadiness = itemsOf('operational-readiness', [
  {
    id: 'OPS-1',
    title: 'Each change is type-checked, linted, tested and built automatically',
    type: 'auto',
    weight: 4,
    backedBy: ['missing-ci', 'ci-without-checks', 'build-checks-disabled'],
    also: ['workflow-hygiene'],
  },
  {
    id: 'OPS-2',
    title: 'What matters most has tests that a person has read',
    type: 'mixed',
    weight: 3,
    backedBy: ['missing-tests'],
    also: ['todo-in-critical-path'],
    question:
      'For signing in, paying and the one thing people come for: is there a test, and has somebody other than its author checked that it fails when the feature is broken?',
  },
  {
    id: 'OPS-3',
    title: 'Test and live environments are apart, and settings are checked at start',
    type: 'mixed',
    weight: 3,
    backedBy: ['unvalidated-env', 'missing-env-example', 'dev-server-in-production'],
    question: 'Do development, test and production each have their own database and keys, so that nothing done in one can change another?',
  },
  {
    id: 'OPS-4',
    title: 'Going back to the version before is written down and was tried',
    type: 'manual',
    weight: 3,
    backedBy: [],
    question: 'If the next release breaks everything, what are the steps back, how long do they take, and when did somebody last do them?',
  },
  {
    id: 'OPS-5',
    title: 'Deployments are repeatable and end cleanly',
    type: 'auto',
    weight: 3,
    backedBy: [
      'missing-lockfile',
      'container-hygiene',
      'unsupported-runtime',
      'deploy-without-migration-step',
      'missing-graceful-shutdown',
    ],
  },
  {
    id: 'OPS-6',
    title: 'There is a page for when things break',
    type: 'manual',
    weight: 2,
    backedBy: [],
    question:
      'Is it written down who to call, where the logs are, and how to switch a feature off? Could somebody new follow it? Link the page.',
  },
  {
    id: 'OPS-7',
    title: 'Secrets are kept in one safe place and can be replaced',
    type: 'manual',
    weight: 1,
    backedBy: [],
    question: 'Where are the live keys kept, who can read them, and how would you replace all of them today?',
  },
  {
    id: 'OPS-8',
    title: 'How it is built and why is written down',
    type: 'mixed',
    weight: 1,
    backedBy: ['missing-docs'],
    question:
      'Could somebody who has never seen the project run it, deploy it and understand the main decisions from what is written down?',
  },
]);
