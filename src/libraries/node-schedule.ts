import { defineLibrary } from '../model/library';

/** node-schedule 1 and 2: tasks on a schedule; those with a name in front of it are not seen. */
export default defineLibrary({
  id: 'node-schedule',
  title: 'node-schedule',
  packages: ['node-schedule'],
  calls: {
    'node-schedule#scheduleJob': { route: { methods: ['CRON'], path: 0, handlers: 1, alone: true, entry: 'job', params: [] } },
  },
});
