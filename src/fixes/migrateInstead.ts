import type { SchemaPush } from '../model/configuration';
import type { FixProposal } from '../model/rule';

/** Runs the migrations of the project instead of pushing a schema. Nothing where there are none to run. */
export function migrateInstead({ file, mended }: SchemaPush): FixProposal[] {
  if (!mended) return [];
  return [
    {
      id: 'migrate-instead',
      kind: 'suggestion',
      title: 'Run the migrations instead',
      build: () => [{ file, edits: mended.map((edit) => ({ ...edit })) }],
    },
  ];
}
