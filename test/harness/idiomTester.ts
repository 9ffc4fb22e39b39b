import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readMarkers } from './markers';
import { analyse, withManifest, type Files } from './project';
import { syntaxErrors } from './syntax';

const fileLine = /^\/\/ file: (\S+)$/;
const note = /\/\/ endpoint: (\S+) (.+?) (present|absent|unknown|public)(?: ([A-Z_]+(?:\|[A-Z_]+)*))?(?: \(.*\))?$/;

/** An endpoint and what is to be said of who may call it; levels with `|` between them where several are right. */
interface Expected {
  endpoint: string;
  authentication: string;
  levels?: string[];
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

/** What comments say of endpoints: `// endpoint: POST /orders present ROLE (why)`. */
export function notesIn(text: string): Expected[] {
  return text.split('\n').flatMap((line) => {
    const [, method, name, authentication, levels] = note.exec(line) ?? [];
    if (method === undefined) return [];
    return [
      { endpoint: `${method} ${name}`, authentication: authentication!, ...(levels === undefined ? {} : { levels: levels.split('|') }) },
    ];
  });
}

/** What differs between the notes of a file and its endpoints. */
export function differences(
  expected: readonly Expected[],
  actual: readonly { endpoint: string; authentication: string; level: string }[],
): string[] {
  const open = [...actual];
  const missed = expected.flatMap(({ endpoint, authentication, levels }) => {
    const index = open.findIndex((route) => route.endpoint === endpoint);
    if (index === -1) return [`${endpoint} was not found`];
    const [route] = open.splice(index, 1);
    const isRight = route!.authentication === authentication && (!levels || levels.includes(route!.level));
    return isRight
      ? []
      : [`${endpoint} is ${route!.authentication} ${route!.level}, not ${authentication}${levels ? ` ${levels.join(' or ')}` : ''}`];
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
      const routes = session.routes().map(({ file, method, path: address, authentication, level }) => ({
        file,
        endpoint: `${method} ${address}`,
        authentication,
        level,
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
