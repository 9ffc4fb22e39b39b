import assert from 'node:assert/strict';
import { z } from 'zod';
import { renderCheckJson, routesReport, rulesReport } from '../../../src/report/json';
import { checkReportSchema, outputSchemas, projectReportSchema, routesReportSchema, rulesReportSchema } from '../../../src/report/schema';
import { gap, input, route, rules } from './samples';

function parsed(...inputs: ReturnType<typeof input>[]): unknown {
  return JSON.parse(renderCheckJson(inputs));
}

describe('the JSON of check', () => {
  it('has the published shape', () => {
    const finding = gap({
      severity: 'error',
      fixes: [{ id: 'log', kind: 'fix', title: 'Log the error' }],
      related: [{ file: 'src/b.ts', line: 9, column: 1, endLine: 9, endColumn: 5, message: 'It comes from here.' }],
      statusReason: 'not part of the format',
    });
    const report = parsed(
      input([finding], { files: { analysed: ['src/b.ts', 'src/a.ts'], skipped: [{ file: 'src/min.js', reason: 'minified' }] } }),
    );
    assert.deepEqual(report, {
      version: 1,
      tool: { name: 'production-gap', version: '1.2.3' },
      root: '/work/shop',
      findings: [
        {
          rule: 'swallowed-error',
          dimension: 'error-handling',
          severity: 'error',
          confidence: 'high',
          file: 'src/a.ts',
          line: 3,
          column: 5,
          endLine: 3,
          endColumn: 9,
          message: 'The failure of this call is dropped.',
          fingerprint: finding.fingerprint,
          status: 'open',
          fixes: [{ kind: 'fix', title: 'Log the error' }],
          related: [{ file: 'src/b.ts', line: 9, message: 'It comes from here.' }],
        },
      ],
      files: { analysed: ['src/a.ts', 'src/b.ts'], skipped: [{ file: 'src/min.js', reason: 'minified' }] },
      timings: { analyse: 12.5 },
    });
    assert.doesNotThrow(() => projectReportSchema.parse(report));
  });

  it('holds every gap, whatever its confidence and status, and nothing but gaps', () => {
    const report = parsed(
      input([gap({ confidence: 'low' }), gap({ status: 'suppressed' }), gap({ status: 'baselined' }), gap({ outcome: 'pass' })]),
    );
    assert.deepEqual(
      (report as { findings: { status: string }[] }).findings.map(({ status }) => status),
      ['open', 'suppressed', 'baselined'],
    );
  });

  it('is sorted by file and place', () => {
    const report = projectReportSchema.parse(parsed(input([gap({ file: 'src/b.ts' }), gap({ line: 20 }), gap({ line: 3 })])));
    assert.deepEqual(
      report.findings.map(({ file, line }) => `${file}:${line}`),
      ['src/a.ts:3', 'src/a.ts:20', 'src/b.ts:3'],
    );
  });

  it('is an object for one project and an array for several', () => {
    assert.ok(!Array.isArray(parsed(input([]))));
    const several = parsed(input([]), input([gap()]));
    assert.equal((several as unknown[]).length, 2);
    assert.doesNotThrow(() => checkReportSchema.parse(several));
  });

  it('has forward slashes on every system', () => {
    const windows = input([]);
    windows.result.root = 'C:\\work\\shop';
    assert.equal(projectReportSchema.parse(parsed(windows)).root, 'C:/work/shop');
  });
});

describe('the other JSON outputs', () => {
  it('have the published shape', () => {
    const routes = routesReport([route()]);
    assert.deepEqual(routes, [
      {
        framework: 'express',
        method: 'POST',
        path: '/orders',
        file: 'src/a.ts',
        line: 4,
        guards: [{ kind: 'authentication', name: 'requireUser', file: 'src/auth.ts', line: 2 }],
        authentication: 'present',
        level: 'AUTHENTICATED',
        roles: { authentication: 'present', validation: 'absent' },
        evidence: { authentication: 'requireUser' },
        sinks: ['write'],
        package: '',
      },
    ]);
    assert.doesNotThrow(() => routesReportSchema.parse(routes));
    assert.deepEqual(rulesReportSchema.parse(rulesReport(rules)), rules);
  });

  it('are all published as JSON Schema', () => {
    for (const [name, schema] of Object.entries(outputSchemas)) {
      const json = z.toJSONSchema(schema, { target: 'draft-7' });
      assert.ok('type' in json || 'anyOf' in json, name);
    }
    assert.deepEqual(Object.keys(outputSchemas), ['check', 'routes', 'rules']);
  });

  it('refuse fields that are not published', () => {
    assert.throws(() => routesReportSchema.parse([{ ...routesReport([route()])[0], group: 'x' }]));
    assert.throws(() => projectReportSchema.parse({ ...(parsed(input([])) as object), extra: 1 }));
  });
});
