import { defineLibrary, type CallRole } from '../model/library';

const task: CallRole = { route: { methods: ['CRON'], path: 0, handlers: 1, alone: true, entry: 'job', params: [] } };

/** node-cron 3 and 4: tasks on a schedule. What a task rejects with is written to the console, and the next run goes on. */
export default defineLibrary({
  id: 'node-cron',
  title: 'node-cron',
  packages: ['node-cron'],
  calls: { 'node-cron#schedule': task, 'node-cron#createTask': task },
  rejection: () => 'handled-by-framework',
});
