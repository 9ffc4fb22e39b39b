import assert from 'node:assert/strict';
import { routesReportSchema, rulesReportSchema } from '../../../src/report/schema';
import { route, rules } from '../report/samples';
import { cleanUp, folderWith, runWith } from './samples';

describe('production-gap', () => {
  afterEach(cleanUp);

  it('prints help and version', async () => {
    for (const args of [['--help'], ['-h'], ['check', '--help'], ['--help', 'anything']]) {
      const { code, out, err } = await runWith(args);
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, /^Usage: production-gap/);
    }
    assert.equal((await runWith(['--version'])).out, '1.2.3\n');
    assert.equal((await runWith(['-v'])).out, '1.2.3\n');
  });

  it('names every option and exit code in its help', async () => {
    const { out } = await runWith(['--help']);
    for (const option of [
      '--format',
      '--fail-on',
      '--stdin',
      '--stdin-filename',
      '--config',
      '--update-baseline',
      '--no-color',
      '--help',
      '--version',
    ]) {
      assert.ok(out.includes(option), option);
    }
    assert.match(out, /Exit codes\n {2}0 .*\n {2}1 .*\n {2}2 /);
  });

  it('lists routes as JSON and for people', async () => {
    const cwd = folderWith();
    const fake = { routes: [route()] };
    const json = await runWith(['routes', '--format', 'json'], { cwd, fake });
    assert.deepEqual(
      routesReportSchema.parse(JSON.parse(json.out)).map(({ method, path }) => [method, path]),
      [['POST', '/orders']],
    );
    assert.equal(json.fake.opened[0]!.disposed, true);
    assert.match((await runWith(['routes', '.'], { cwd, fake })).out, /^POST {2}\/orders {2}guarded/);
    assert.match((await runWith(['routes', '--format', 'markdown'], { cwd, fake })).out, /\n\| `POST \/orders` \| guarded/);
    assert.match((await runWith(['routes', '--format', 'csv'], { cwd, fake })).out, /\r\nPOST,\/orders,present,/);
    assert.equal((await runWith(['routes', '--format', 'json'], { cwd })).out, '[]\n');
    assert.equal((await runWith(['routes', 'missing'], { cwd })).code, 2);
    assert.equal((await runWith(['routes', '--format', 'sarif'], { cwd })).code, 2);
  });

  it('lists rules as JSON and for people', async () => {
    assert.deepEqual(rulesReportSchema.parse(JSON.parse((await runWith(['rules', '--format', 'json'])).out)), rules);
    assert.match((await runWith(['rules'])).out, /swallowed-error/);
  });

  it('explains a rule by its page, or by what is known without one', async () => {
    assert.equal((await runWith(['explain', 'swallowed-error'])).out, '# Page of swallowed-error\n');
    const marked = '<!-- generated:start -->\n# Title\n<!-- generated:end -->\n\nText\n';
    assert.equal((await runWith(['explain', 'swallowed-error'], { page: () => marked })).out, '# Title\n\nText\n');
    assert.match((await runWith(['explain', 'swallowed-error'], { page: () => undefined })).out, /^# Swallowed error\n/);
  });

  it('shows progress on a screen and takes it away', async () => {
    const cwd = folderWith();
    const shown = await runWith(['check'], { cwd, showsProgress: true });
    assert.equal(shown.err, '\r\u001b[KAnalysing file 1 of 2\r\u001b[K');
    assert.equal((await runWith(['check'], { cwd })).err, '');
  });
});
