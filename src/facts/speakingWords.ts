import type { Library } from '../model/library';
import { lastNameOf } from './lastNames';
import { escaped, ofLists, ownerOf } from './tables';

/**
 * Names that calls with a role may have where they are called, passed to a template or renamed; packages whose functions
 * have a role under any name; members whose assignment has one; parameters of handlers; options that say how a schema is made.
 */
export function speakingOf(libraries: readonly Library[], callNames: ReadonlySet<string>): RegExp {
  const isName = (name: string): boolean => /^[\w$]+$/.test(name);
  const names = [...callNames].filter((name) => isName(name) && !ofLists.includes(name)).map(escaped);
  const alsoOfLists = ofLists.filter((name) => callNames.has(name)).join('|') || '(?!)';
  const nameless = libraries.flatMap(({ packages, calls }) => {
    const paths = Object.keys(calls ?? {});
    return [...paths.filter((path) => lastNameOf(path) === '').map(ownerOf), ...(paths.some((path) => path.endsWith('*')) ? packages : [])];
  });
  const members = libraries
    .flatMap(({ assignments, selfWritten }) => [...Object.keys(assignments ?? {}).map(lastNameOf), ...(selfWritten ?? [])])
    .filter(isName);
  // Of a handler without parameters, the object says what it is that it stands in: `Mutation: { … }`.
  const shapes = libraries.flatMap(({ handlerShapes }) =>
    (handlerShapes ?? []).map(({ params, inside }) =>
      inside
        ? `\\b${inside.source.replace(/^\^|\$$/g, '')}\\b`
        : `\\(\\s*${params.map((names) => `_?(?:${names})\\b[^,()]*`).join(',\\s*')}`,
    ),
  );
  const options = libraries.flatMap(({ pushesSchema, unescapes, checkOptions = [], turnsOff = [] }) => [
    ...(pushesSchema ? [pushesSchema.option] : []),
    ...Object.keys(unescapes ?? {}),
    ...[...checkOptions, ...turnsOff].map(({ option }) => option.slice(option.lastIndexOf('.') + 1)),
    ...turnsOff.flatMap(({ offBefore }) => (offBefore ? [offBefore.beside] : [])),
  ]);
  return new RegExp(
    [
      `(?<![\\w$])(?:${names.join('|')})\\s*(?:[(<\`]|\\?\\.\\(|\\sas\\s)`,
      `\\bawait\\s+[\\w$.]+\\.(?:${alsoOfLists})\\s*[(<]|\\.(?:${alsoOfLists})\\s*\\(\\s*['"\`]`,
      `['"](?:${[...new Set(nameless)].map(escaped).join('|')})['"/]`,
      `\\.(?:${[...new Set(members)].map(escaped).join('|')})\\b(?:\\s*=[^=]|\\.)`,
      `\\b(?:${[...new Set(options)].map(escaped).join('|')})\\b`,
      ...new Set(shapes),
    ].join('|'),
  );
}

/** What a name has somewhere that says that only a server may know it. */
export const telling = 'SECRET|ROLE|PRIVATE|PASS|TOKEN|SK\\b|KEY|UR[IL]\\b|STRING';
