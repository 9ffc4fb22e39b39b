import { ts } from 'ts-morph';
import { parseSource } from './imports';

/** The parts of package.json that are compared with the sources. */
export interface Manifest {
  activationEvents?: string[];
  icon?: string;
  contributes: {
    commands: { command: string; title: string }[];
    menus?: Record<string, { command?: string; when?: string }[]>;
    keybindings?: { command: string }[];
    views?: Record<string, { id: string }[]>;
    viewsWelcome?: { view: string; when?: string; contents: string }[];
    configuration?: { properties: Record<string, unknown> } | { properties: Record<string, unknown> }[];
    jsonValidation?: { url: string }[];
  };
}

/** Texts of an array or of the values of an object that a source declares as a constant. Throws when there is none. */
export function constantTexts(text: string, name: string): string[] {
  let found: string[] | undefined;
  const visit = (node: ts.Node): void => {
    if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) found = textsIn(node.initializer);
    node.forEachChild(visit);
  };
  visit(parseSource('constants.ts', text));
  if (!found) throw new Error(`There is no constant ${name}.`);
  return found;
}

function textsIn(node: ts.Expression): string[] {
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) return textsIn(node.expression);
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap(textsIn);
  if (ts.isObjectLiteralExpression(node))
    return node.properties.flatMap((property) => (ts.isPropertyAssignment(property) ? textsIn(property.initializer) : []));
  return ts.isStringLiteralLike(node) ? [node.text] : [];
}

/** What the sources say that the manifest must repeat. */
export interface Contributions {
  commands: string[];
  views: string[];
  contextKeys: string[];
  settings: string[];
}

function unequal(what: string, declared: readonly string[], used: readonly string[]): string[] {
  return [
    ...used.filter((id) => !declared.includes(id)).map((id) => `${what} ${id} is not declared in package.json`),
    ...declared.filter((id) => !used.includes(id)).map((id) => `${what} ${id} is declared in package.json, but the extension has none`),
    ...declared.filter((id, index) => declared.indexOf(id) !== index).map((id) => `${what} ${id} is declared twice`),
  ];
}

/** Differences between the manifest and the sources, one sentence each. */
export function manifestProblems(manifest: Manifest, contributions: Contributions): string[] {
  const { commands, menus = {}, keybindings = [], views = {}, viewsWelcome = [], configuration = [] } = manifest.contributes;
  const declared = commands.map(({ command }) => command);
  const entries = Object.values(menus).flat();
  const mentioned = [...entries, ...keybindings].flatMap(({ command }) => command ?? []);
  const inWelcome = viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)/g)].map((match) => match[1]!));
  const own = contributions.commands[0]?.split('.')[0] ?? '';
  const keys = [...entries, ...viewsWelcome].flatMap(({ when = '' }) => when.match(new RegExp(String.raw`\b${own}\.\w+`, 'g')) ?? []);
  const known = [...contributions.contextKeys, ...contributions.views];
  const settings = [configuration].flat().flatMap(({ properties }) => Object.keys(properties));
  return [
    ...unequal('command', declared, contributions.commands),
    ...unequal(
      'view',
      Object.values(views)
        .flat()
        .map(({ id }) => id),
      contributions.views,
    ),
    ...unequal('setting', settings, contributions.settings),
    ...[...mentioned, ...inWelcome]
      .filter((command) => command.startsWith(`${own}.`) && !declared.includes(command))
      .map((command) => `a menu names the command ${command}, which is not declared`),
    ...keys.filter((key) => !known.includes(key)).map((key) => `a condition names ${key}, which the extension never sets`),
    ...(manifest.activationEvents ?? []).filter((event) => event === '*').map(() => 'the extension is activated by everything'),
  ];
}

/** Keys of localised texts in a manifest that have no text, and texts that no key asks for. */
export function nlsProblems(manifest: string, texts: Readonly<Record<string, string>>): string[] {
  const used = new Set([...manifest.matchAll(/"%([\w.]+)%"/g)].map((match) => match[1]!));
  return [
    ...[...used].filter((key) => !(key in texts)).map((key) => `%${key}% has no text in package.nls.json`),
    ...Object.keys(texts)
      .filter((key) => !used.has(key))
      .map((key) => `the text ${key} of package.nls.json is never used`),
  ];
}

/** What is wrong with a changelog after keepachangelog.com, one sentence each. */
export function changelogProblems(text: string, version: string): string[] {
  const headings = [...text.matchAll(/^## (.+)$/gm)].map((match) => match[1]!);
  const kinds = [...text.matchAll(/^### (.+)$/gm)].map((match) => match[1]!);
  const problems: string[] = [];
  if (!text.startsWith('# Changelog\n')) problems.push('it does not begin with "# Changelog"');
  if (headings[0] !== '[Unreleased]') problems.push('the first section is not "[Unreleased]"');
  for (const heading of headings.slice(1))
    if (!/^\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d$/.test(heading)) problems.push(`"${heading}" is not a version with a date`);
  for (const kind of kinds)
    if (!['Added', 'Changed', 'Deprecated', 'Removed', 'Fixed', 'Security'].includes(kind)) problems.push(`"${kind}" is no kind of change`);
  const released = /^\[(\d+\.\d+\.\d+)\]/.exec(headings[1] ?? '')?.[1];
  if (released !== undefined && released > version) problems.push(`${released} is newer than the version of package.json, ${version}`);
  return problems;
}
