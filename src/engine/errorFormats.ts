import { FactsByKind } from '../facts/factsByKind';
import type { ErrorFormat, ErrorLeak, Fact, FileFacts } from '../model/facts';

/** What the servers of each package make of errors that are thrown. */
export class ErrorFormats {
  private readonly files = new Map<string, readonly ErrorFormat[]>();
  private readonly formats = new FactsByKind(['errorFormat']);

  constructor(private readonly packageDir: (file: string) => string) {}

  /** A file has other facts, in `parts` by statement where that is known. Gives whether that changes what is hidden. */
  update(file: string, facts: FileFacts | undefined, parts: readonly (readonly Fact[])[] = facts ? [facts.facts] : []): boolean {
    const before = said(this.files.get(file));
    const { errorFormat: found } = this.formats.in(parts);
    if (found.length > 0) this.files.set(file, found);
    else this.files.delete(file);
    return before !== said(this.files.get(file));
  }

  /** Does the server take the message of a thrown error away before the caller gets it? All servers of the package have to that are of its kind. */
  hides({ file, via, library, status }: ErrorLeak): boolean {
    if (via !== 'throw' || library === undefined) return false;
    const dir = this.packageDir(file);
    const own = [...this.files].flatMap(([other, formats]) =>
      this.packageDir(other) === dir ? formats.filter((format) => format.library === library) : [],
    );
    return own.length > 0 && own.every(({ hides }) => hides === 'all' || (status !== undefined && hides.includes(status)));
  }
}

function said(formats: readonly ErrorFormat[] | undefined): string {
  return (formats ?? []).map(({ library, hides }) => `${library} ${String(hides)}`).join();
}
