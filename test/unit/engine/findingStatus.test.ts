import assert from 'node:assert/strict';
import type { ProjectResult } from '../../../src/engine/api';
import { renderBaseline, updateBaseline } from '../../../src/engine/baseline';
import { openSession } from '../../../src/engine/session';
import { defineRule } from '../../../src/model/meta';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';

const everyRoute = defineRule({
  id: 'every-route',
  dimension: 'security',
  title: 'Any endpoint',
  severity: 'error',
  confidence: 'high',
  fixKinds: [],
  since: '0.1.0',
  maturity: 'stable',
  messages: { gap: 'An endpoint.' },
  needs: ['route'],
  route: (fact, context) => context.report(fact, { message: 'gap' }),
});

const manifest = JSON.stringify({ name: 'shop', dependencies: { express: '4.19.2' } });
const head = "import express from 'express';\nconst app = express();\n";
const routes = "app.get('/a', (req, res) => {\n  res.json({});\n});\napp.get('/b', (req, res) => {\n  res.json([]);\n});\n";

function scan(files: Record<string, string>, source = head + routes): Promise<ProjectResult> {
  const workspace = memoryWorkspace({ 'package.json': manifest, 'src/app.ts': source, ...files });
  return openSession(workspace, { rules: [everyRoute], checks: [], today: '2026-06-15' }).scan();
}

async function statuses(files: Record<string, string>, source?: string): Promise<string[]> {
  const { findings } = await scan(files, source);
  return findings.filter(({ rule }) => rule === 'every-route').map(({ status, severity }) => `${status} ${severity}`);
}

function configured(config: object): Record<string, string> {
  return { '.production-gap/config.json': JSON.stringify(config) };
}

describe('findings of a session', () => {
  it('are open without further ado', async () => {
    assert.deepEqual(await statuses({}), ['open error', 'open error']);
  });

  it('heed comments', async () => {
    const commented = head + routes.replace("app.get('/b'", "// production-gap-ignore-next-line every-route -- public\napp.get('/b'");
    assert.deepEqual(await statuses({}, commented), ['open error', 'suppressed error']);
    const bare = await scan({}, commented.replace(' -- public', ''));
    assert.deepEqual(
      bare.findings.map(({ rule, status }) => `${rule} ${status}`),
      ['every-route open', 'suppression-without-reason open', 'every-route open'],
    );
  });

  it('report comments without use', async () => {
    const { findings } = await scan({}, `${head}// production-gap-ignore-next-line every-route -- public\nexport const a = 1;\n`);
    assert.deepEqual(
      findings.map(({ rule, location }) => [rule, location.line]),
      [['unused-suppression', 3]],
    );
  });

  it('heed the configuration: severities, switched off rules, waivers', async () => {
    assert.deepEqual(await statuses(configured({ rules: { 'every-route': 'info' } })), ['open info', 'open info']);
    assert.deepEqual(await statuses(configured({ rules: { 'every-route': 'off' } })), []);
    const waiver = { rule: 'every-route', reason: 'accepted-risk', note: 'Beta', owner: 'Ann', expires: '2026-06-15' };
    assert.deepEqual(await statuses(configured({ waivers: [waiver] })), ['waived error', 'waived error']);
    const expired = await scan(configured({ waivers: [{ ...waiver, expires: '2026-06-14' }] }));
    assert.deepEqual(
      expired.findings.map(({ rule, status }) => `${rule} ${status}`),
      ['expired-waiver open', 'every-route open', 'every-route open'],
    );
  });

  it('heed the baseline, also after edits above', async () => {
    const before = await scan({});
    const { baseline } = updateBaseline(undefined, before.findings.slice(0, 1), new Set(), () => true);
    const files = { '.production-gap/baseline.json': renderBaseline(baseline) };
    assert.deepEqual(await statuses(files), ['baselined error', 'open error']);
    assert.deepEqual(await statuses(files, head + '\n\nexport const limit = 10;\n' + routes), ['baselined error', 'open error']);
  });

  it('have fingerprints of their own', async () => {
    const { findings } = await scan({ 'src/copy.ts': head + routes });
    assert.equal(new Set(findings.map(({ fingerprint }) => fingerprint)).size, 4);
  });

  it('include mistakes in the configuration at their place', async () => {
    const { findings } = await scan({ '.production-gap/config.json': '{ "exlude": [] }' });
    assert.deepEqual(findings[0]!.location, { file: '.production-gap/config.json', line: 1, column: 3, endLine: 1, endColumn: 11 });
  });
});
