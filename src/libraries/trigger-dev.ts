import { defineLibrary, type CallRole } from '../model/library';

const task: CallRole = {
  route: { methods: ['JOB'], path: 'option:id', handlers: 'option:run', entry: 'job', params: ['trigger#payload'] },
};

/** Trigger.dev 3 and 4: a task's `run` is tried again when it rejects. */
export default defineLibrary({
  id: 'trigger-dev',
  title: 'Trigger.dev',
  packages: ['@trigger.dev/sdk'],
  runsIn: 'platform',
  calls: Object.fromEntries(
    ['@trigger.dev/sdk', '@trigger.dev/sdk/v3'].flatMap((name) =>
      ['task', 'schemaTask', 'schedules.task'].map((call) => [`${name}#${call}`, task]),
    ),
  ),
  rejection: () => 'handled-by-framework',
});
