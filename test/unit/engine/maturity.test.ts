import assert from 'node:assert/strict';
import { withPreviewsOff } from '../../../src/engine/maturity';
import { defaultConfig } from '../../../src/model/config';
import { defineCheck, defineRule, type Maturity } from '../../../src/model/meta';
import { openLive, type LiveProject } from './liveProject';

const config = '.production-gap/config.json';
const text = "import express from 'express';\nconst app = express();\napp.get('/orders', (req, res) => res.json([]));\n";

const everyRoute = (maturity: Maturity) =>
  defineRule({
    id: 'every-route',
    dimension: 'security',
    title: 'Any route',
    severity: 'error',
    confidence: 'high',
    fixKinds: [],
    since: '0.1.0',
    maturity,
    messages: { gap: 'A route.' },
    needs: ['linkedRoute'],
    linkedRoute: (route, context) => context.report(route, { message: 'gap' }),
  });

const everyProject = (maturity: Maturity) =>
  defineCheck({
    id: 'every-project',
    dimension: 'security',
    title: 'Any project',
    severity: 'error',
    confidence: 'high',
    fixKinds: [],
    since: '0.1.0',
    maturity,
    passTitle: 'None',
    messages: { gap: 'A project.' },
    run: (_, context) => context.gap('gap'),
  });

function open(maturity: Maturity, rules?: object): Promise<LiveProject> {
  return openLive(
    {
      'package.json': '{ "dependencies": { "express": "5.1.0" } }',
      'src/app.ts': text,
      ...(rules ? { [config]: JSON.stringify({ rules }) } : {}),
    },
    { rules: [everyRoute(maturity)], checks: [everyProject(maturity)], heedsMaturity: true },
  );
}

const told = ({ session }: LiveProject): string[] =>
  session
    .project()
    .findings.map(({ rule, severity }) => `${rule} ${severity}`)
    .sort();

describe('Rules in preview', () => {
  it('are off, do not count as having run, and are known by name', async () => {
    const live = await open('preview');
    assert.deepEqual(told(live), []);
    assert.deepEqual(live.session.project().judged, {});
    assert.deepEqual(told(await open('stable')), ['every-project error', 'every-route error']);
  });

  it('are switched on by the configuration, one by one, with the severity that it says', async () => {
    const live = await open('preview', { 'every-route': 'warning' });
    assert.deepEqual(told(live), ['every-route warning']);
    assert.deepEqual(Object.keys(live.session.project().judged!), ['every-route']);
    assert.deepEqual(told(await open('preview', { 'every-project': 'info' })), ['every-project info']);
  });

  it('stay off where the configuration says so, and follow it while it changes', async () => {
    const live = await open('preview', { 'every-route': 'off' });
    assert.deepEqual(told(live), []);
    live.write({ [config]: JSON.stringify({ rules: { 'every-route': 'error', 'every-project': 'error' } }) });
    await live.session.settle();
    assert.deepEqual(told(live), ['every-project error', 'every-route error']);
    live.write({ [config]: undefined });
    await live.session.settle();
    assert.deepEqual(told(live), []);
  });

  it('run as they are where somebody hands them to a session', async () => {
    const { session } = await openLive({ 'package.json': '{}', 'src/app.ts': text }, { rules: [everyRoute('preview')], checks: [] });
    assert.deepEqual(
      session.project().findings.map(({ rule }) => rule),
      ['every-route'],
    );
  });

  it('leave a configuration alone that names them, or where there are none', () => {
    const named = { ...defaultConfig, rules: { 'every-route': 'info' as const } };
    assert.equal(withPreviewsOff(named, [everyRoute('preview')]), named);
    assert.equal(withPreviewsOff(defaultConfig, [everyRoute('stable')]), defaultConfig);
    assert.deepEqual(withPreviewsOff(defaultConfig, [everyRoute('preview')]).rules, { 'every-route': 'off' });
  });
});
