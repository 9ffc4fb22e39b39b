import { defineLibrary, type CallRole } from '../model/library';

const fills: CallRole = { fills: 0, passes: true };
const modules = ['lodash', 'lodash-es', 'underscore'];
const names = ['assign', 'assignIn', 'extend', 'merge', 'defaults', 'defaultsDeep'];

// Run with lodash 4.18: a number comes of whatever they are given, `NaN` or 0 of objects; `toString` gives a text.
const number: CallRole = { sanitises: ['sql', 'nosql', 'command', 'path', 'url', 'redirect', 'html', 'code'] };
const text: CallRole = { passes: 0, sanitises: ['nosql'] };
const scalars: Record<string, CallRole> = {
  ...Object.fromEntries(['toNumber', 'toInteger', 'toSafeInteger', 'toFinite', 'toLength', 'parseInt'].map((name) => [name, number])),
  toString: text,
};

// What puts the members of objects into other objects, and makes numbers and texts of values.
export default defineLibrary({
  id: 'object-tools',
  title: 'Object tools',
  packages: [...modules, 'lodash.merge', 'lodash.assign', 'deepmerge', 'object-assign'],
  calls: {
    'global#Object.assign': fills,
    ...Object.fromEntries(
      modules.flatMap((module) =>
        names.flatMap((name): [string, CallRole][] => [
          [`${module}#${name}`, fills],
          [`${module}/${name}#`, fills],
        ]),
      ),
    ),
    ...Object.fromEntries(
      ['lodash', 'lodash-es'].flatMap((module) =>
        Object.entries(scalars).flatMap(([name, role]): [string, CallRole][] => [
          [`${module}#${name}`, role],
          [`${module}/${name}#`, role],
          [`${module}.${name.toLowerCase()}#`, role],
        ]),
      ),
    ),
    'lodash.merge#': fills,
    'lodash.assign#': fills,
    'object-assign#': fills,
    'deepmerge#': { passes: true },
  },
});
