import { defineLibrary, type CallRole } from '../model/library';

const fills: CallRole = { fills: 0, passes: true };
const modules = ['lodash', 'lodash-es', 'underscore'];
const names = ['assign', 'assignIn', 'extend', 'merge', 'defaults', 'defaultsDeep'];

// What puts the members of objects into other objects.
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
    'lodash.merge#': fills,
    'lodash.assign#': fills,
    'object-assign#': fills,
    'deepmerge#': { passes: true },
  },
});
