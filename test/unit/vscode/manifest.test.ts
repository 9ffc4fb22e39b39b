import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    commands: { command: string }[];
    menus: Record<string, { command: string; when?: string }[]>;
    configuration: { properties: Record<string, { default: unknown; scope: string }> };
    walkthroughs: { steps: { description: string; media: { svg: string }; completionEvents: string[] }[] }[];
  };
  activationEvents: string[];
};
const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const sources = readdirSync('src/vscode', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({
    file: path.posix.join('src/vscode', file.replaceAll('\\', '/')),
    text: readFileSync(path.join('src/vscode', file), 'utf8'),
  }));
const source = (name: string): string => sources.find(({ file }) => file === `src/vscode/${name}`)!.text;
const declared = manifest.contributes.commands.map(({ command }) => command).sort();

describe('The manifest', () => {
  it('declares the commands that the code registers', () => {
    const registered = [...source('contributions.ts').matchAll(/: '(productionGap\.\w+)',/g)].map((match) => match[1]!);
    const commands = registered.filter(
      (id) => !/^productionGap\.(readiness|endpoints|isAnalysing|hasNoServerCode|hasNoEndpoints|endpointsFilteredOut)$/.test(id),
    );
    assert.deepEqual(declared, commands.sort());
  });

  it('offers only commands that exist', () => {
    const offered = Object.values(manifest.contributes.menus).flatMap((menu) => menu.map(({ command }) => command));
    assert.deepEqual(
      offered.filter((command) => !declared.includes(command)),
      [],
    );
    const linked = [...JSON.stringify(words).matchAll(/command:(productionGap\.[\w.]+)/g)].map((match) => match[1]!);
    assert.ok(linked.length >= 5);
    assert.deepEqual(
      linked.filter((command) => !declared.includes(command) && command !== 'productionGap.readiness.focus'),
      [],
    );
  });

  it('declares the settings that the code reads, with the same defaults', () => {
    const properties = manifest.contributes.configuration.properties;
    const names = /settingNames = \[([^\]]*)\]/.exec(source('settings.ts'))![1]!.match(/\w+/g)!;
    assert.deepEqual(Object.keys(properties).sort(), names.map((name) => `productionGap.${name}`).sort());
    assert.deepEqual(
      Object.values(properties).map((property) => property.default),
      ['onType', 300, false, false, false, []],
    );
  });

  it('has words for every placeholder, and no word too many', () => {
    const used = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!));
    assert.deepEqual([...used].sort(), Object.keys(words).sort());
  });

  it('never activates for everything', () => {
    assert.deepEqual(
      manifest.activationEvents.filter((event) => event === '*' || event === 'onStartupFinished'),
      [],
    );
  });

  it('has walkthrough steps that each end by doing, with pictures in the colours of the theme', () => {
    const { steps } = manifest.contributes.walkthroughs[0]!;
    assert.equal(steps.length, 4);
    for (const { description, media, completionEvents } of steps) {
      assert.match(words[description.slice(1, -1)]!, /\]\(command:/);
      assert.equal(completionEvents.length, 1);
      const picture = readFileSync(media.svg, 'utf8');
      assert.match(picture, /var\(--vscode-/);
    }
  });
});

describe('Texts of the extension', () => {
  it('are exported for translation as they stand in the code', async function () {
    // The exporter loads a parser of its own, which takes seconds on a busy machine.
    this.timeout(60_000);
    const exported = await getL10nJson(sources.map(({ text }) => ({ contents: text, extension: '.ts' as const })));
    const present = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, unknown>;
    assert.deepEqual(
      Object.keys(present).sort(),
      Object.keys(exported).sort(),
      'Run: npx vscode-l10n-dev export --outDir ./l10n ./src/vscode',
    );
  });
});

describe('Activation', () => {
  it('loads neither zod nor the JSON parser: those are in a bundle that is loaded later', () => {
    const reached = new Map<string, string>();
    const visit = (file: string, from: string): void => {
      if (reached.has(file)) return;
      reached.set(file, from);
      for (const match of readFileSync(file, 'utf8').matchAll(/^import (?!type )(?:([^'"]*?) from )?'([^']+)';/gm)) {
        const names = match[1];
        // Imports of types alone leave no trace in the bundle.
        if (
          names &&
          /^\{/.test(names) &&
          names
            .slice(1, -1)
            .split(',')
            .every((name) => /^\s*(?:type\s|$)/.test(name))
        )
          continue;
        const target = match[2]!;
        if (!target.startsWith('.')) reached.set(target, file);
        else {
          const base = path.posix.join(path.posix.dirname(file), target);
          visit(sources.some((entry) => entry.file === `${base}/index.ts`) ? `${base}/index.ts` : `${base}.ts`, file);
        }
      }
    };
    visit('src/vscode/extension.ts', 'the manifest');
    assert.ok(reached.has('vscode') && reached.has('src/vscode/commands/waiveFinding.ts'), 'The walk sees imports.');
    const packages = [...reached.keys()].filter(
      (name) => !name.startsWith('src/') && name !== 'vscode' && !name.startsWith('node:') && name !== 'os',
    );
    assert.deepEqual(
      packages.map((name) => `${name} by ${reached.get(name)}`),
      [],
    );
  });

  it('is composition only', () => {
    assert.ok(source('extension.ts').split('\n').length < 100);
  });
});
