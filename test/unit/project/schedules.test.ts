import { strict as assert } from 'node:assert';
import { scheduledCalls, scheduleOf } from '../../../src/project/schedules';

describe('what a platform calls on a schedule', () => {
  const calls = (text: string, file = 'vercel.json') => scheduledCalls([file, 'src/a.ts'], (name) => (name === file ? text : undefined));

  it('is read without queries and slashes at the end', () => {
    assert.deepEqual(
      calls('{ "crons": [{ "path": "/api/a?x=1" }, { "path": "/api/b/" }, { "path": "/" }, { "schedule": "* * * * *" }, null] } // end'),
      [
        { file: 'vercel.json', path: '/api/a' },
        { file: 'vercel.json', path: '/api/b' },
        { file: 'vercel.json', path: '/' },
      ],
    );
  });

  it('is nothing in broken or other files', () => {
    assert.deepEqual(
      [calls('{ "crons": '), calls('{ "crons": {} }'), calls('[]'), calls('{ "crons": [{ "path": "/a" }] }', 'other.json')],
      [[], [], [], []],
    );
  });

  it('is a route by its address, with parameters, in the folder of the file', () => {
    const web = calls('{ "crons": [{ "path": "/api/cron/daily" }] }', 'apps/web/vercel.json');
    assert.equal(scheduleOf(web, 'apps/web/app/api/cron/daily/route.ts', '/api/cron/daily'), 'apps/web/vercel.json');
    assert.equal(scheduleOf(web, 'apps/web/app/api/cron/[job]/route.ts', '/api/cron/[job]'), 'apps/web/vercel.json');
    assert.equal(scheduleOf(web, 'apps/web/app/api/[...all]/route.ts', '/api/[...all]'), 'apps/web/vercel.json');
    assert.equal(scheduleOf(web, 'apps/web/app/api/cron/route.ts', '/api/cron'), undefined);
    assert.equal(scheduleOf(web, 'apps/web/app/api/cron/daily/x/route.ts', '/api/cron/daily/x'), undefined);
    assert.equal(scheduleOf(web, 'apps/website/app/api/cron/daily/route.ts', '/api/cron/daily'), undefined);
    assert.equal(scheduleOf(calls('{ "crons": [{ "path": "/api/a" }] }'), 'src/app/api/a/route.ts', '/api/a'), 'vercel.json');
  });
});
