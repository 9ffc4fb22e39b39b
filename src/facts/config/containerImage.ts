import type { ContainerImage } from '../../model/configuration';
import type { Presence } from '../../model/facts';
import type { DockerInstruction } from '../../project/dockerfile';
import { folderOf, nameOf, within } from '../../project/paths';
import { bareCommand, shellCommands } from '../../project/shell';
import { isServerOnly } from '../exposedNames';
import { isPlaceholder, namesSecret, shapeOf } from '../secretShapes';
import { placed, type Surroundings } from './configKind';

interface Stage {
  /** Name that later stages know it by. */
  name: string;
  base: string;
  from: DockerInstruction;
  instructions: DockerInstruction[];
}

/** Bases with which code for servers in JavaScript runs. */
const runtime = /(?:^|\/)(?:node|bun|deno|distroless\/nodejs\S*|playwright|nodejs)(?:[:@-]|$)|oven\/bun|denoland\/deno/;
/** Servers that begin as root, for a port or the owner of a folder, and work as a user of their own. */
const stepsDown = /^(?:docker\.io\/)?(?:library\/)?(?:nginx|httpd|postgres|mysql|mariadb|mongo|redis|valkey|rabbitmq|memcached)(?:[:@]|$)/;
const startsCode = /\b(?:node|nodejs|npm|npx|pnpm|yarn|bun|bunx|deno|tsx|pm2)\b/;
const unprivileged = /nonroot|bitnami\/|chainguard\/|unprivileged|dhi\.io/;

/** What is known of the image that a file makes; undefined for images of something else. */
export function imageOf(
  file: string,
  text: string,
  instructions: readonly DockerInstruction[],
  around: Surroundings,
): ContainerImage | undefined {
  const stages = stagesOf(instructions);
  const last = stages.at(-1);
  if (!last || !stages.some(({ base }) => runtime.test(base))) return undefined;
  const lineage = lineageOf(last, stages);
  // What other stages have stays behind on the machine that builds.
  const kept = lineage.flatMap((stage) => stage.instructions);
  const starting = last.instructions.filter(({ keyword }) => keyword === 'CMD' || keyword === 'ENTRYPOINT');
  if (starting.some(({ command }) => /\b(?:dev|watch|test|storybook)\b/.test(command))) return undefined;
  const [start] = starting;
  const root = lineage.at(-1)!.base;
  const user = /(?:^|\/)node[:@]/.test(root) ? 'node' : /oven\/bun/.test(root) ? 'bun' : /denoland\/deno/.test(root) ? 'deno' : undefined;
  const copiesAll = kept.find(
    ({ keyword, command }) => /^(?:COPY|ADD)$/.test(keyword) && /^(?:--\S+\s+)*\.\/?\s/.test(command) && !command.includes('--from'),
  );
  const asRoot = runsAsRoot(lineage, starting.map(({ command }) => command).join('\n'), scriptsOf(starting, file, around), text);
  return {
    ...placed(file, last.from.span),
    kind: 'containerImage',
    asRoot,
    ...(asRoot === 'present' && user !== undefined && start ? { user: { at: start.span.start, name: user } } : {}),
    floating: stages.flatMap(({ base, from }) => (isFloating(base, stages) ? [{ name: base, span: from.span }] : [])),
    loose: stages.flatMap((stage) => stage.instructions).flatMap((instruction) => looseIn(instruction, file, around)),
    secrets: secretsIn(kept),
    ...(copiesAll && !hasIgnoreFile(file, around) ? { copiesAll: copiesAll.span } : {}),
  };
}

/** Does the last stage of an image run JavaScript, so that what is asked of it is asked of code that was read? */
export function runsScripts(instructions: readonly DockerInstruction[]): boolean {
  const stages = stagesOf(instructions);
  const last = stages.at(-1);
  return last !== undefined && runtime.test(lineageOf(last, stages).at(-1)!.base);
}

function stagesOf(instructions: readonly DockerInstruction[]): Stage[] {
  const stages: Stage[] = [];
  for (const instruction of instructions) {
    if (instruction.keyword === 'FROM') {
      const [base = '', name = ''] = instruction.command.replace(/--\S+\s+/g, '').split(/\s+as\s+/i);
      stages.push({ base: base.trim().toLowerCase(), name: name.trim().toLowerCase(), from: instruction, instructions: [] });
    } else stages.at(-1)?.instructions.push(instruction);
  }
  return stages;
}

/** The stage and those that it is built on, innermost first. */
function lineageOf(stage: Stage, stages: readonly Stage[]): Stage[] {
  const earlier = stages.slice(0, stages.indexOf(stage)).find(({ name }) => name !== '' && name === stage.base);
  return earlier ? [stage, ...lineageOf(earlier, stages)] : [stage];
}

function runsAsRoot(lineage: readonly Stage[], start: string, scripts: string, text: string): Presence {
  const user = lineage
    .map(({ instructions }) => instructions.filter(({ keyword }) => keyword === 'USER').at(-1))
    .find((one) => one !== undefined);
  if (user && !/^(?:root|0)(?::|\s|$)/.test(user.command)) return 'absent';
  const { base } = lineage.at(-1)!;
  if (stepsDown.test(base) && !startsCode.test(`${start}\n${scripts}`)) return 'unknown';
  if (user) return 'present';
  // Start scripts may give rights up, and a base of a company's own may have done it.
  if (/gosu|su-exec|setpriv|runuser/.test(`${text}\n${scripts}`)) return 'unknown';
  if (unprivileged.test(base)) return 'absent';
  return base.includes('$') || !/^(?:docker\.io\/)?(?:library\/)?[\w-]+(?:[:@]|$)|oven\/bun|denoland\/deno|gcr\.io\/distroless/.test(base)
    ? 'unknown'
    : 'present';
}

/** Texts of the shell scripts that start the process, as far as they are found by their names. */
function scriptsOf(starting: readonly DockerInstruction[], file: string, around: Surroundings): string {
  const paths = starting.flatMap(({ command }) => command.match(/[\w./-]+\.sh\b/g) ?? []);
  const places = paths.flatMap((path) => [path.replace(/^\.?\//, ''), path.replace(/^\/[^/]+\//, ''), nameOf(path)]);
  return [...new Set(places)]
    .flatMap((place) => [around.text(within(folderOf(file), place)), around.text(place)])
    .filter((text) => text !== undefined)
    .join('\n');
}

function isFloating(base: string, stages: readonly Stage[]): boolean {
  if (base.includes('$') || base.includes('@sha256:') || base === 'scratch' || stages.some(({ name }) => name === base)) return false;
  const tag = /:([\w.-]+)$/.exec(base)?.[1];
  return tag === undefined || tag === 'latest' || tag === 'current' || tag === 'alpine' || tag === 'slim';
}

/** `npm install` without names, where a lockfile says what is meant. */
function looseIn({ keyword, command, at, span }: DockerInstruction, file: string, around: Surroundings): ContainerImage['loose'] {
  if (keyword !== 'RUN' || at === undefined) return [];
  return shellCommands(command).flatMap(({ text, start, end }) => {
    const whole = /^npm (?:install|i)(?:\s+--?[\w-]+(?:=\S+)?)*$/.exec(bareCommand(text.replace(/^(?:--mount=\S+\s+)+/, '')));
    if (!whole || /(?:-g|--global|--package-lock-only)\b/.test(text) || !hasLockfile(file, around)) return [];
    const from = at + start + text.search(/\bnpm (?:install|i)\b/);
    const found = /^npm (?:install|i)/.exec(text.slice(text.search(/\bnpm (?:install|i)\b/)))![0];
    return [{ label: found, span: { start: from, end: Math.min(from + found.length, at + end, span.end) }, instead: 'npm ci' }];
  });
}

function hasLockfile(file: string, around: Surroundings): boolean {
  const folders = isBuiltInPlace(file, around) ? [folderOf(file)] : [folderOf(file), ''];
  return folders.some((folder) => around.files.includes(within(folder, 'package-lock.json')));
}

const compose = /^(?:docker-)?compose[\w.-]*\.ya?ml$/;

/** Does a compose file build the image from the folder of its Dockerfile, so that nothing above can be copied into it? */
function isBuiltInPlace(file: string, around: Surroundings): boolean {
  const folder = folderOf(file);
  if (folder === '') return false;
  return around.files.some((other) => {
    if (!compose.test(nameOf(other))) return false;
    const contexts = (around.text(other) ?? '').matchAll(/^\s*(?:context|build):\s*['"]?(?:\.\/)?([\w./-]+?)\/?['"]?\s*$/gm);
    return [...contexts].some(([, context]) => within(folderOf(other), context!) === folder);
  });
}

function hasIgnoreFile(file: string, around: Surroundings): boolean {
  return around.files.some(
    (other) => nameOf(other).endsWith('.dockerignore') && (folderOf(other) === '' || file.startsWith(`${folderOf(other)}/`)),
  );
}

/** Credentials that everybody reads who has the image: arguments are in its history, settings in its configuration. */
function secretsIn(instructions: readonly DockerInstruction[]): ContainerImage['secrets'] {
  return instructions.flatMap(({ keyword, command, span, at }) => {
    if (keyword !== 'ENV' && keyword !== 'ARG') return [];
    // `ENV NAME value` is an older form, with one name.
    const pattern =
      keyword === 'ENV' && !/^\s*\w+=/.test(command) ? /^\s*([A-Za-z_]\w*)\s+(.+)$/g : /(?:^|\s)([A-Za-z_]\w*)(?:=("[^"]*"|'[^']*'|\S*))?/g;
    return [...command.matchAll(pattern)].flatMap((match) => {
      const [, name = ''] = match;
      const value = (match[2] ?? '').replace(/^["']|["']$/g, '');
      if (!isServerOnly(name) && !namesSecret(name)) return [];
      // Addresses are credentials where there is one in them.
      if (/UR[IL]$/i.test(name) && shapeOf(value) === undefined) return [];
      const isLiteral =
        shapeOf(value) !== undefined ||
        (value !== '' &&
          !/^\$/.test(value) &&
          !isPlaceholder(value) &&
          !/dummy|build|none|secret|test|local|placeholder|skip|invalid/i.test(value));
      // A value that stands for nothing satisfies a check at build time; names alone say that one is handed in.
      if (value !== '' && !isLiteral && !/^\$/.test(value)) return [];
      if (keyword === 'ENV' && !isLiteral) return [];
      const start = at === undefined ? span.start : at + match.index + match[0].indexOf(name);
      return [{ name, span: { start, end: start + name.length }, literal: isLiteral }];
    });
  });
}
