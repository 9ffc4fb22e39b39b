import { strict as assert } from 'node:assert';
import { parse as parseYaml } from 'yaml';
import { applyAll } from '../../../src/engine/actions';
import type { CheckFix } from '../../../src/model/check';
import type { FileEdit } from '../../../src/model/fix';
import { defineCheck, type Check } from '../../../src/model/meta';
import { openLive, type LiveProject } from './liveProject';

const manifest = (more: object): string => JSON.stringify({ name: 'shop', dependencies: { express: '5.1.0' }, ...more });
const server =
  "import express from 'express';\nconst app = express();\napp.get('/up', (req, res) => res.send(process.env.SHOP_TITLE));\napp.listen(Number(process.env.SHOP_PORT));\n";

/** Carries out the fix of a check at the place of its finding. Gives the files that it wrote; undefined when none is offered. */
async function mend(project: LiveProject, rule: string): Promise<Record<string, string> | undefined> {
  const { session, disk } = project;
  const finding = session.project().findings.find((candidate) => candidate.rule === rule);
  if (!finding) return undefined;
  const { file, line } = finding.location;
  const start =
    (disk.get(file) ?? '')
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length + (line > 1 ? 1 : 0);
  const action = session.actions(file, { start, end: start }).find((one) => one.finding?.rule === rule && one.kind !== 'explain');
  const fix = action && session.resolve(file, action.id);
  if (!fix) return undefined;
  const written = Object.fromEntries(
    fix.edits.map((edit) => {
      if (edit.create) assert.ok(!disk.has(edit.file), `${edit.file} is there already`);
      return [edit.file, applyAll(edit.create ? '' : disk.get(edit.file)!, edit.edits)];
    }),
  );
  project.write(written);
  await session.settle();
  await session.scan();
  return written;
}

describe('Fixes of checks', () => {
  it('create a workflow that runs what the project has, after which nothing is found', async () => {
    const project = await openLive({
      'package.json': manifest({
        scripts: { build: 'tsc -p .', test: 'vitest', lint: 'eslint .' },
        devDependencies: { typescript: '5.9.0' },
      }),
      'package-lock.json': '{}',
      'tsconfig.json': '{}',
      '.nvmrc': '22\n',
      'src/server.ts': server,
    });
    const written = await mend(project, 'missing-ci');
    assert.deepEqual(Object.keys(written!), ['.github/workflows/ci.yml']);
    const workflow = parseYaml(written!['.github/workflows/ci.yml']!) as {
      on: object;
      permissions: object;
      jobs: { check: { steps: { run?: string; uses?: string; with?: object }[] } };
    };
    assert.deepEqual(workflow.on, { push: { branches: ['main', 'master'] }, pull_request: null });
    assert.deepEqual(workflow.permissions, { contents: 'read' });
    assert.deepEqual(
      workflow.jobs.check.steps.flatMap(({ run }) => run ?? []),
      ['npm ci', 'npx tsc --noEmit', 'npm run lint', 'npx vitest run', 'npm run build'],
    );
    assert.deepEqual(workflow.jobs.check.steps.find(({ uses }) => uses?.startsWith('actions/setup-node'))!.with, {
      'node-version-file': '.nvmrc',
      cache: 'npm',
    });
    assert.deepEqual(
      project.session.project().findings.filter(({ rule }) => rule === 'missing-ci'),
      [],
    );
    assert.equal(await mend(project, 'missing-ci'), undefined);
  });

  it('write the workflow for the package manager and the folder that there are', async () => {
    const steps = async (files: Record<string, string>): Promise<string> =>
      (await mend(await openLive({ 'src/server.ts': server, ...files }), 'missing-ci'))?.['.github/workflows/ci.yml'] ?? 'none';
    const scripts = { scripts: { test: 'node --test' } };
    const pnpm = await steps({
      'package.json': manifest({ ...scripts, packageManager: 'pnpm@10.4.1', engines: { node: '>=24' } }),
      'pnpm-lock.yaml': '',
    });
    assert.match(
      pnpm,
      /pnpm\/action-setup@v6\n {6}- uses: actions\/setup-node@v6\n {8}with:\n {10}node-version: 24\n {10}cache: pnpm\n {6}- run: pnpm install --frozen-lockfile\n {6}- run: pnpm run test\n$/,
    );
    assert.match(
      await steps({ 'package.json': manifest(scripts), 'pnpm-lock.yaml': '' }),
      /pnpm\/action-setup@v6\n {8}with:\n {10}version: 10\n/,
    );
    assert.match(
      await steps({ 'package.json': manifest(scripts), 'yarn.lock': '' }),
      /cache: yarn\n {6}- run: yarn install --frozen-lockfile\n/,
    );
    assert.match(
      await steps({ 'package.json': manifest({ ...scripts, packageManager: 'yarn@4.5.0' }), 'yarn.lock': '' }),
      /node-version: 22\n {6}- run: corepack enable\n {6}- run: yarn install --immutable\n/,
    );
    assert.match(
      await steps({ 'package.json': manifest(scripts), 'bun.lock': '' }),
      /oven-sh\/setup-bun@v2\n[^]*- run: bun install --frozen-lockfile\n {6}- run: bun run test\n/,
    );
    assert.match(await steps({ 'package.json': manifest(scripts) }), /node-version: 22\n {6}- run: npm install\n/);
    assert.match(
      await steps({ 'shop app/package.json': manifest(scripts), 'shop app/package-lock.json': '{}' }),
      /working-directory: "shop app"\n[^]*cache-dependency-path: "shop app\/package-lock.json"\n/,
    );
  });

  it('offer no workflow where there is nothing to run, and leave one alone that is there', async () => {
    const nothing = await openLive({
      'package.json': manifest({ scripts: { test: 'echo "Error: no test specified" && exit 1' } }),
      'src/server.ts': server,
    });
    assert.equal(nothing.session.project().findings.filter(({ rule }) => rule === 'missing-ci').length, 1);
    assert.equal(await mend(nothing, 'missing-ci'), undefined);
    const idle = await openLive({
      'package.json': manifest({ scripts: { test: 'node --test' } }),
      'src/server.ts': server,
      '.github/workflows/ci.yml': 'on: push\njobs:\n  greet:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo hello\n',
    });
    assert.equal(idle.session.project().findings.filter(({ rule }) => rule === 'missing-ci').length, 1);
    assert.equal(await mend(idle, 'missing-ci'), undefined);
  });

  it('create an example of the settings, which version control keeps', async () => {
    const project = await openLive({ 'package.json': manifest({}), '.gitignore': 'node_modules\n.env*', 'src/server.ts': server });
    const written = await mend(project, 'missing-env-example');
    assert.deepEqual(written, {
      '.env.example': '# Settings that the application reads. Copy this file to .env and fill them in.\nSHOP_PORT=\nSHOP_TITLE=\n',
      '.gitignore': 'node_modules\n.env*\n!.env.example\n',
    });
    assert.deepEqual(
      project.session.project().findings.filter(({ rule }) => rule === 'missing-env-example'),
      [],
    );
  });

  it('add what an example lacks at its end, with its line endings, once', async () => {
    const project = await openLive({ 'package.json': manifest({}), '.env.example': '# Shop\r\nSHOP_TITLE=Shop', 'src/server.ts': server });
    assert.deepEqual(await mend(project, 'missing-env-example'), { '.env.example': '# Shop\r\nSHOP_TITLE=Shop\r\nSHOP_PORT=\r\n' });
    assert.deepEqual(
      project.session.project().findings.filter(({ rule }) => rule === 'missing-env-example'),
      [],
    );
  });

  it('leave the session as it was when they are only looked at', async () => {
    const files = { 'package.json': manifest({ scripts: { test: 'node --test' } }), 'src/server.ts': server };
    const { session } = await openLive(files);
    const before = JSON.stringify(session.project().findings);
    for (const action of session.actions('package.json', { start: 0, end: 0 })) session.resolve('package.json', action.id);
    await session.settle();
    assert.equal(JSON.stringify(session.project().findings), before);
    assert.deepEqual(session.project().files.skipped, []);
  });

  it('explain the check beside its fix, and are not offered on other lines or once it is waived', async () => {
    const files = { 'package.json': `${manifest({ scripts: { test: 'node --test' } })}\n\n\n`, 'src/server.ts': server };
    const { session } = await openLive(files);
    session.project();
    assert.deepEqual(
      session
        .actions('package.json', { start: 0, end: 0 })
        .filter(({ finding }) => finding?.rule === 'missing-ci')
        .map(({ kind }) => kind),
      ['scaffold', 'explain'],
    );
    const end = files['package.json'].length - 1;
    assert.deepEqual(
      session.actions('package.json', { start: end, end }).filter(({ finding }) => finding?.rule === 'missing-ci'),
      [],
    );
  });

  describe('in code', () => {
    const place = 'const app';
    const files = { 'package.json': manifest({}), 'src/server.ts': server.replace("'/up'", "'/orders'") };
    /** A check that asks for a file or text, with a fix that writes what it is given. */
    const wanting = (edits: (text: string) => FileEdit[], holds?: CheckFix['holds']): Check =>
      defineCheck({
        id: 'sample-check',
        dimension: 'operational-readiness',
        title: 'Sample',
        severity: 'warning',
        confidence: 'high',
        fixKinds: ['suggestion'],
        since: '0.1.0',
        maturity: 'stable',
        messages: { gap: 'It is not there.' },
        passTitle: 'It is there',
        run: (project, context) => {
          if (project.routes.some(({ path }) => path === '/here')) return context.pass('It is there.');
          context.gap('gap', {}, undefined, [
            {
              id: 'add',
              kind: 'suggestion',
              title: 'Add it',
              build: ({ read }) => edits(read!('src/server.ts')!),
              ...(holds ? { holds } : {}),
            },
          ]);
        },
      });
    const behind = (text: string, added: string): FileEdit[] => {
      const at = text.indexOf('app.listen');
      return [{ file: 'src/server.ts', edits: [{ start: at, end: at, newText: added }] }];
    };
    const offers = async (check: Check): Promise<boolean> =>
      (await mend(await openLive(files, { checks: [check] }), 'sample-check')) !== undefined;

    it('are offered where the finding stands, beside its explanation', async () => {
      const { session } = await openLive(files);
      session.project();
      const at = (text: string) =>
        session
          .actions('src/server.ts', { start: files['src/server.ts'].indexOf(text), end: files['src/server.ts'].indexOf(text) })
          .filter(({ finding }) => finding?.rule === 'missing-health-endpoint')
          .map(({ kind, title }) => `${kind} ${title}`);
      assert.deepEqual(at(place), [
        'suggestion Add GET /healthz, which tells that the server works',
        'explain Explain missing-health-endpoint',
      ]);
      assert.deepEqual(at('app.listen'), []);
    });

    it('take the finding away, once', async () => {
      const project = await openLive(files);
      const written = await mend(project, 'missing-health-endpoint');
      assert.deepEqual(Object.keys(written!), ['src/server.ts']);
      assert.match(written!['src/server.ts']!, /const app = express\(\);\n\napp\.get\('\/healthz'/);
      assert.deepEqual(
        project.session.project().findings.filter(({ rule }) => rule === 'missing-health-endpoint'),
        [],
      );
      assert.equal(await mend(project, 'missing-health-endpoint'), undefined);
    });

    it('keep the line endings of the file', async () => {
      const project = await openLive({ ...files, 'src/server.ts': files['src/server.ts'].replaceAll('\n', '\r\n') });
      const written = await mend(project, 'missing-health-endpoint');
      assert.ok(
        written!['src/server.ts']!.includes(
          "express();\r\n\r\napp.get('/healthz', (_req, res) => {\r\n  res.json({ status: 'ok' });\r\n});\r\n\r\napp.get",
        ),
      );
      assert.doesNotMatch(written!['src/server.ts']!, /[^\r]\n/);
    });

    it('refer to the text in the editor', async () => {
      const project = await openLive(files);
      project.type('src/server.ts', 'const app', '// Shop.\nconst app');
      await project.session.settle();
      project.session.project();
      const start = files['src/server.ts'].indexOf(place) + '// Shop.\n'.length;
      const action = project.session.actions('src/server.ts', { start, end: start }).find(({ id }) => id.endsWith(':add-health-endpoint'));
      const fix = project.session.resolve('src/server.ts', action!.id);
      const text = files['src/server.ts'].replace('const app', '// Shop.\nconst app');
      assert.match(applyAll(text, fix!.edits[0]!.edits), /\/\/ Shop\.\nconst app = express\(\);\n\napp\.get\('\/healthz'/);
    });

    it('leave the session as it was when they are only looked at', async () => {
      const created: Record<string, string> = {
        'app/api/orders/route.ts': 'export async function GET() {\n  return Response.json([]);\n}\n',
        Dockerfile: 'FROM node:22\n',
        'package.json': JSON.stringify({ name: 'shop', dependencies: { next: '15.1.0' } }),
        'src/server.ts': '',
      };
      for (const more of [{}, created]) {
        const { session } = await openLive({ ...files, ...more });
        const state = () =>
          JSON.stringify([session.project().findings, session.project().outcomes, session.project().files, session.routes()]);
        const before = state();
        const finding = session.project().findings.find(({ rule }) => rule === 'missing-health-endpoint')!;
        const start = finding.location.line === 1 ? 0 : files['src/server.ts'].indexOf(place);
        const action = session.actions(finding.location.file, { start, end: start }).find(({ id }) => id.endsWith(':add-health-endpoint'));
        assert.ok(session.resolve(finding.location.file, action!.id), 'it is offered');
        assert.deepEqual(await session.settle(), []);
        assert.equal(state(), before);
        await session.scan();
        assert.equal(state(), before);
      }
    });

    it('are kept back when the finding stays, the text does not parse, something new appears, or what they promise does not hold', async () => {
      assert.equal(await offers(wanting((text) => behind(text, "app.get('/here', (req, res) => res.json([]));\n"))), true);
      assert.equal(await offers(wanting((text) => behind(text, "app.get('/there', (req, res) => res.json([]));\n"))), false);
      assert.equal(await offers(wanting((text) => behind(text, "app.get('/here', (req, res) => res.json([]));\nfunction {\n"))), false);
      assert.equal(await offers(wanting((text) => behind(text, "app.get('/here', (req, res) => res.redirect(req.query.next));\n"))), false);
      assert.equal(
        await offers(
          wanting(
            (text) => behind(text, "app.get('/here', (req, res) => res.json([]));\n"),
            (after) => after.routes.length > 2,
          ),
        ),
        false,
      );
      assert.equal(
        await offers(
          wanting(
            (text) => behind(text, "app.get('/here', (req, res) => res.json([]));\n"),
            (after) => after.routes.length === 2,
          ),
        ),
        true,
      );
      const created = (text: string): FileEdit[] => [{ file: 'src/more.ts', create: true, edits: [{ start: 0, end: 0, newText: text }] }];
      assert.equal(
        await offers(
          wanting((text) => [...behind(text, "app.get('/here', (req, res) => res.json([]));\n"), ...created('export const more = 1;\n')]),
        ),
        true,
      );
      assert.equal(
        await offers(
          wanting((text) => [...behind(text, "app.get('/here', (req, res) => res.json([]));\n"), ...created('export const = 1;\n')]),
        ),
        false,
      );
    });
  });
});
