import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { RouteRow } from '../../src/engine/api';
import type { Presence } from '../../src/model/facts';
import type { EndpointRole } from '../../src/model/roles';
import { readMarkers } from './markers';
import { analyse, withManifest, type Files } from './project';
import { syntaxErrors } from './syntax';

const fileLine = /^\/\/ file: (\S+)$/;
const note = /\/\/ endpoint: (.+?)(?: \(.*\))?$/;
const presences = new Set(['present', 'absent', 'unknown', 'public']);

/** How notes speak of the protections beside authentication; `?` where nobody can tell. */
const roleWords: Readonly<Record<string, readonly [role: EndpointRole, presence: Presence]>> = Object.fromEntries(
  (
    [
      ['validation', 'validated', 'unvalidated', 'validation?'],
      ['rate-limit', 'limited', 'unlimited', 'limit?'],
      ['signature', 'signed', 'unsigned', 'signature?'],
      ['csrf', 'unforgeable', 'forgeable', 'forgery?'],
      ['body-limit', 'bounded', 'unbounded', 'bound?'],
      ['error-handling', 'caught', 'uncaught', 'errors?'],
      ['logging', 'logged', 'unlogged', 'log?'],
    ] as const
  ).flatMap(([role, ...words]) => words.map((word, index) => [word, [role, (['present', 'absent', 'unknown'] as const)[index]!]])),
);

/** An endpoint and what is to be said of it: who may call it, levels with `|` between them where several are right, and other protections. */
interface Expected {
  endpoint: string;
  authentication?: string;
  levels?: string[];
  roles?: Partial<Record<EndpointRole, Presence>>;
}

/** What is said of an endpoint. */
interface Said {
  endpoint: string;
  authentication: string;
  level: string;
  roles?: RouteRow['roles'];
}

/** The files of a project that is written as one text, with `// file: src/app.ts` in front of each. */
export function filesIn(text: string): Files {
  const files: Record<string, string> = {};
  let name: string | undefined;
  for (const line of text.split('\n')) {
    const found = fileLine.exec(line);
    if (found) files[(name = found[1]!)] = '';
    else if (name !== undefined) files[name] += `${line}\n`;
  }
  return files;
}

/** What comments say of endpoints: `// endpoint: POST /orders present ROLE validated unlimited (why)`. Each part may be left out. */
export function notesIn(text: string): Expected[] {
  return text.split('\n').flatMap((line) => {
    const words = note.exec(line)?.[1]?.split(' ');
    if (!words) return [];
    const roles: Partial<Record<EndpointRole, Presence>> = {};
    for (let known = roleWords[words.at(-1)!]; known; known = roleWords[words.at(-1)!]) {
      roles[known[0]] = known[1];
      words.pop();
    }
    const levels = /^[A-Z_]+(?:\|[A-Z_]+)*$/.test(words.at(-1)!) && presences.has(words.at(-2)!) ? words.pop()!.split('|') : undefined;
    const authentication = presences.has(words.at(-1)!) ? words.pop()! : undefined;
    return [
      {
        endpoint: words.join(' '),
        ...(authentication === undefined ? {} : { authentication }),
        ...(levels === undefined ? {} : { levels }),
        ...(Object.keys(roles).length === 0 ? {} : { roles }),
      },
    ];
  });
}

/** What differs between the notes of a file and its endpoints. */
export function differences(expected: readonly Expected[], actual: readonly Said[]): string[] {
  const open = [...actual];
  const missed = expected.flatMap(({ endpoint, authentication, levels, roles }) => {
    const index = open.findIndex((route) => route.endpoint === endpoint);
    if (index === -1) return [`${endpoint} was not found`];
    const route = open.splice(index, 1)[0]!;
    const isRight = (authentication ?? route.authentication) === route.authentication && (!levels || levels.includes(route.level));
    const others = (Object.entries(roles ?? {}) as [EndpointRole, Presence][])
      .filter(([role, presence]) => route.roles?.[role] !== presence)
      .map(([role, presence]) => `${endpoint}: ${role} is ${route.roles?.[role]}, not ${presence}`);
    return isRight
      ? others
      : [
          `${endpoint} is ${route.authentication} ${route.level}, not ${authentication}${levels ? ` ${levels.join(' or ')}` : ''}`,
          ...others,
        ];
  });
  return [...missed, ...open.map(({ endpoint, authentication, level }) => `${endpoint} has no note; it is ${authentication} ${level}`)];
}

/** Declares a test per project under `folder` (`test/idioms`): its endpoints are as the comments in front of them say. */
export function describeIdioms(folder: string): void {
  for (const name of readdirSync(folder).sort()) {
    it(path.basename(name, '.ts'), async () => {
      const text = readFileSync(path.join(folder, name), 'utf8');
      const files = filesIn(text);
      assert.deepEqual(
        Object.entries(files).flatMap(([file, source]) => syntaxErrors(file, source)),
        [],
      );
      const { session } = await analyse(withManifest(files, readMarkers(text).packages), { rules: [], checks: [] });
      const routes = session.routes().map(({ file, method, path: address, authentication, level, roles }) => ({
        file,
        endpoint: `${method} ${address}`,
        authentication,
        level,
        roles,
      }));
      session.dispose();
      const found = Object.entries(files).flatMap(([file, source]) =>
        differences(
          notesIn(source),
          routes.filter((route) => route.file === file),
        ).map((difference) => `${file}: ${difference}`),
      );
      assert.deepEqual(found, []);
    });
  }
}
