import type { FileSummary, FunctionRef, FunctionSummary } from '../model/facts';
import { shape } from './statementChanges';

/** What was said of functions while their files were under analysis, and to whom. */
export class ToldMeanwhile {
  private readonly files = new Map<string, Map<string, { told: FunctionSummary; to: Set<string> }>>();

  /** Something was told of a function; `asker` is the file that wanted to know. */
  note({ file, id }: FunctionRef, told: FunctionSummary, asker: string | undefined): void {
    const functions = this.files.get(file) ?? new Map<string, { told: FunctionSummary; to: Set<string> }>();
    this.files.set(file, functions);
    const entry = functions.get(id) ?? { told, to: new Set() };
    functions.set(id, entry);
    if (asker !== undefined && asker !== file) entry.to.add(asker);
  }

  /** Ids of the functions of a file that something was told of. */
  ids(file: string): Iterable<string> {
    return this.files.get(file)?.keys() ?? [];
  }

  /** Files that were told something else than what came out in the end. Forgets what was told of the file. */
  differently(file: string, functions: FileSummary['functions']): string[] {
    const askers: string[] = [];
    for (const [id, { told, to }] of this.files.get(file) ?? []) {
      const found = functions[id];
      if (found && found !== told && shape(found) !== shape(told)) askers.push(...to);
    }
    this.files.delete(file);
    return askers;
  }
}
