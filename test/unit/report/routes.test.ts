import assert from 'node:assert/strict';
import { renderRoutesCsv, renderRoutesMarkdown, renderRoutesText } from '../../../src/report/routes';
import { route } from './samples';

const rows = [
  route({ roles: { authentication: 'present', validation: 'present', 'rate-limit': 'absent', logging: 'unknown' } }),
  route({ method: 'GET', path: '/health', authentication: 'public', level: 'NONE', reason: 'asked | by probes', guards: [], sinks: [] }),
];

describe('Endpoints', () => {
  it('are listed for people in two lines each', () => {
    assert.deepEqual(renderRoutesText(rows, { color: false }).split('\n'), [
      'POST  /orders  guarded            src/a.ts:4  requireUser',
      '      validation yes, rate limit none, signature or secret unknown, CSRF unknown, body limit unknown, error handling unknown, logging unknown',
      'GET   /health  public on purpose  src/a.ts:4',
      '      validation none, rate limit unknown, signature or secret unknown, CSRF unknown, body limit unknown, error handling unknown, logging unknown',
      '',
    ]);
    assert.equal(renderRoutesText([], { color: false }), 'No endpoint was found.\n');
  });

  it('are a table in Markdown that no name in it can break', () => {
    assert.deepEqual(renderRoutesMarkdown([...rows, route({ path: '/a|b`c', guards: [] })]).split('\n'), [
      '| Endpoint | Authentication | Validation | Rate limit | Signature or secret | CSRF | Body limit | Error handling | Logging | Place |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| `POST /orders` | guarded (`requireUser`) | yes | none | unknown | unknown | unknown | unknown | unknown | `src/a.ts:4` |',
      '| `GET /health` | public on purpose: asked \\| by probes | none | unknown | unknown | unknown | unknown | unknown | unknown | `src/a.ts:4` |',
      '| `` POST /a\\|b`c `` | guarded | none | unknown | unknown | unknown | unknown | unknown | unknown | `src/a.ts:4` |',
      '',
    ]);
  });

  it('are CSV as spreadsheets read it', () => {
    assert.deepEqual(renderRoutesCsv(rows).split('\r\n'), [
      'method,path,authentication,level,guards,validation,rate-limit,signature,csrf,body-limit,error-handling,logging,framework,package,file,line',
      'POST,/orders,present,AUTHENTICATED,requireUser,present,absent,unknown,unknown,unknown,unknown,unknown,express,,src/a.ts,4',
      'GET,/health,public,NONE,,absent,unknown,unknown,unknown,unknown,unknown,unknown,express,,src/a.ts,4',
      '',
    ]);
  });

  it('bring no formula, quote or line end into a spreadsheet', () => {
    const guard = (name: string) => ({ kind: 'authentication' as const, level: 'AUTHENTICATED' as const, name, file: 'src/a.ts', line: 1 });
    const cellOf = (path: string): string =>
      renderRoutesCsv([route({ path })])
        .split('\r\n')[1]!
        .replace(/^POST,/, '')
        .replace(/,present,AUTHENTICATED.*$/, '');
    assert.equal(cellOf('=HYPERLINK("http://x")'), `"'=HYPERLINK(""http://x"")"`);
    for (const start of ['=', '+', '-', '@', '\t=', ' =', '＝']) assert.match(cellOf(`${start}cmd`), /^"?'/, `"${start}" starts a formula`);
    assert.equal(cellOf('/a,b'), '"/a,b"');
    assert.equal(cellOf('/a\r\n=b'), '"/a =b"');
    assert.match(
      renderRoutesCsv([route({ guards: [guard('requireRole(\'a\', "b")'), guard('other')] })]),
      /,"requireRole\('a', ""b""\); other",/,
    );
  });
});
