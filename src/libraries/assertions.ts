import { defineLibrary, type CallRole } from '../model/library';

const asserts: CallRole = { asserts: 0 };
const packages = ['tiny-invariant', 'invariant', 'http-assert', '@epic-web/invariant', 'ts-invariant'];

/** Functions that throw unless their first argument holds. */
export default defineLibrary({
  id: 'assertions',
  title: 'Assertions',
  packages: [],
  calls: {
    ...Object.fromEntries(
      ['node:assert', 'node:assert/strict'].flatMap((name) => ['', 'ok', 'default'].map((member) => [`${name}#${member}`, asserts])),
    ),
    ...Object.fromEntries(
      packages.flatMap((name) => ['', 'invariant', 'invariantResponse'].map((member) => [`${name}#${member}`, asserts])),
    ),
  },
});
