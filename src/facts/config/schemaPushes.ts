import type { SchemaPush } from '../../model/configuration';
import type { Span } from '../../model/finding';
import type { TextEdit } from '../../model/fix';
import { bareCommand } from '../../project/shell';
import { commandsIn, type FoundCommand } from './commands';
import { placed, type Surroundings } from './configKind';

/** Names of scripts that platforms, images and people run to release, and those that npm runs around them. */
const releasing =
  /^(?:pre|post)?(?:build|start|deploy|release|install|prepare)$|^(?:build|start|deploy|release)[:_-](?!.*(?:dev|local|test|watch|e2e|storybook|docs))|(?:vercel|heroku|gcp|railway|render|netlify|amplify|cloud|prod|production|ci)[:_-]?(?:post)?-?(?:build|start|deploy)$/;

/** Is a script run when the application is released or started? */
export function isReleasing(script: string): boolean {
  return releasing.test(script) && !/(?:^|[:_-])(?:dev|local|test|watch|e2e|storybook|docs|preview)(?:$|[:_-])/.test(script);
}

/** Whether a step runs depends on where: whether that keeps it away from production is for people to say. */
const conditional = /NODE_ENV|APP_ENV|VERCEL_ENV|RAILWAY_ENVIRONMENT|\bif\b/;

/**
 * What pushes a schema in a command line. `at` is where the text stands, if it stands there as it is; otherwise `whole`
 * is pointed at. `name` is the script at hand: what another releasing script does is said there.
 */
export function pushesIn(
  file: string,
  text: string,
  folder: string,
  around: Surroundings,
  by: SchemaPush['by'],
  where: string,
  whole: Span,
  at: number | undefined,
  name?: string,
): SchemaPush[] {
  const { commands } = commandsIn(text, folder, around, name === undefined ? [] : [name]);
  // Tools for work at a desk are started beside it.
  if (commands.some(({ purpose }) => purpose === 'develop' || purpose === 'tests')) return [];
  return commands.flatMap((command): SchemaPush[] => {
    if (command.purpose !== 'push-schema') return [];
    const inner = command.via.slice(name === undefined ? 0 : 1);
    if (inner.some(isReleasing)) return [];
    const span = at === undefined ? whole : { start: at + command.start, end: at + command.end };
    const mended = at === undefined || inner.length > 0 ? undefined : migrateInstead(text, command, at, around);
    return [
      {
        ...placed(file, span, where),
        kind: 'schemaPush',
        label: command.label,
        by,
        where,
        destroys: command.destroys,
        depends: conditional.test(text),
        ...(mended ? { mended } : {}),
      },
    ];
  });
}

function migrateInstead(text: string, { start, end }: FoundCommand, at: number, around: Surroundings): TextEdit[] | undefined {
  const command = text.slice(start, end);
  const bare = bareCommand(command);
  const instead = around.commands.find(({ pattern }) => pattern.test(bare))?.instead;
  const part = instead?.part.exec(command);
  if (!instead || !part || !around.files.some((file) => instead.where.test(file))) return undefined;
  return [{ start: at + start + part.index, end: at + start + part.index + part[0].length, newText: instead.text }];
}
