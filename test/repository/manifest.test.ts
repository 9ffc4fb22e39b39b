import { strict as assert } from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { sourceTree } from '../../src/build/generation/tree';
import { changelogProblems, constantTexts, manifestProblems, nlsProblems, type Contributions, type Manifest } from './manifestRules';

const read = (file: string): string => readFileSync(file, 'utf8');

describe('package.json', () => {
  const text = read('package.json');
  const manifest = JSON.parse(text) as Manifest & { version: string };

  it('declares the commands, views and settings that the extension has', () => {
    const contributions = read('src/vscode/contributions.ts');
    const settings = read('src/vscode/settings.ts');
    const section = /section = '(\w+)'/.exec(settings)?.[1];
    const found = manifestProblems(manifest, {
      commands: constantTexts(contributions, 'commandIds'),
      views: constantTexts(contributions, 'viewIds'),
      contextKeys: constantTexts(contributions, 'contextKeys'),
      settings: constantTexts(settings, 'settingNames').map((name) => `${section}.${name}`),
    });
    assert.deepEqual(found, [], found.join('\n'));
  });

  it('has a command registered in one place only, where the compiler knows all of them', () => {
    const tree = sourceTree(process.cwd());
    const registering = tree
      .list('src')
      .filter((file) => file.endsWith('.ts') && /\bregister(?:TextEditor)?Command\(/.test(tree.read(file)!));
    assert.deepEqual(registering, ['src/vscode/contributions.ts']);
  });

  it('has a text for every key, and a key for every text', () => {
    const found = nlsProblems(text, JSON.parse(read('package.nls.json')) as Record<string, string>);
    assert.deepEqual(found, [], found.join('\n'));
  });

  it('names files that are there', () => {
    const files = [manifest.icon ?? [], (manifest.contributes.jsonValidation ?? []).map(({ url }) => url)].flat();
    assert.ok(files.length > 0);
    assert.deepEqual(
      files.filter((file) => !existsSync(path.resolve(file))),
      [],
    );
  });

  it('has a changelog with a section for what is not released', () => {
    assert.deepEqual(changelogProblems(read('CHANGELOG.md'), manifest.version), []);
  });
});

describe('the test of package.json finds', () => {
  const manifest: Manifest = {
    contributes: {
      commands: [{ command: 'app.one', title: 'One' }],
      menus: { palette: [{ command: 'app.one', when: 'app.isBusy && view == app.list' }] },
      views: { app: [{ id: 'app.list' }] },
      configuration: { properties: { 'app.delay': {} } },
    },
  };
  const contributions: Contributions = { commands: ['app.one'], views: ['app.list'], contextKeys: ['app.isBusy'], settings: ['app.delay'] };
  const contributing = (more: Partial<Manifest['contributes']>): Manifest => ({ contributes: { ...manifest.contributes, ...more } });

  it('nothing in a good one', () => assert.deepEqual(manifestProblems(manifest, contributions), []));
  for (const [what, found] of [
    ['a command that is not declared', manifestProblems(manifest, { ...contributions, commands: ['app.one', 'app.two'] })],
    [
      'a command that is not registered',
      manifestProblems(contributing({ commands: [...manifest.contributes.commands, { command: 'app.two', title: 'Two' }] }), contributions),
    ],
    [
      'a command of a menu that is not declared',
      manifestProblems(contributing({ menus: { palette: [{ command: 'app.two' }] } }), contributions),
    ],
    [
      'a command of a welcome text that is not declared',
      manifestProblems(contributing({ viewsWelcome: [{ view: 'app.list', contents: '[Go](command:app.two)' }] }), contributions),
    ],
    ['a condition that is never set', manifestProblems(manifest, { ...contributions, contextKeys: [] })],
    ['a view that is not declared', manifestProblems(manifest, { ...contributions, views: ['app.list', 'app.other'] })],
    [
      'a setting that is never read',
      manifestProblems(contributing({ configuration: [{ properties: { 'app.delay': {}, 'app.more': {} } }] }), contributions),
    ],
    ['activation by everything', manifestProblems({ ...manifest, activationEvents: ['*'] }, contributions)],
    ['a key without a text', nlsProblems('{"a": "%a.b%"}', {})],
    ['a text without a key', nlsProblems('{}', { 'a.b': 'Text' })],
    ['a changelog without what is not released', changelogProblems('# Changelog\n\n## [0.1.0] - 2026-01-01\n', '0.1.0')],
    ['a version without a date', changelogProblems('# Changelog\n\n## [Unreleased]\n\n## 0.1.0\n', '0.1.0')],
    ['a kind of change that is none', changelogProblems('# Changelog\n\n## [Unreleased]\n\n### News\n', '0.1.0')],
  ] as const) {
    it(what, () => assert.equal(found.length, 1, found.join('\n')));
  }
  it('constants by their name', () => {
    assert.deepEqual(constantTexts("export const a = { b: 'c', d: ['e'] } as const satisfies object;", 'a'), ['c', 'e']);
    assert.throws(() => constantTexts('', 'a'));
  });
});
