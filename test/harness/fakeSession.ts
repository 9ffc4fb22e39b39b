import type { Action, FileChange, FileResult, Finding, Fix, ProjectResult, RouteRow, Session, Span, TextEdit } from '../../src/engine/api';

let prints = 0;

/** A finding for tests, on one line; what isn't given is ordinary. */
export function finding(over: Partial<Finding> & { line?: number } = {}): Finding {
  const { line = 1, ...rest } = over;
  return {
    rule: 'missing-timeout',
    dimension: 'integration',
    outcome: 'gap',
    severity: 'warning',
    confidence: 'high',
    location: { file: 'a.ts', line, column: 1, endLine: line, endColumn: 5 },
    span: { start: line * 10, end: line * 10 + 4 },
    message: 'This call can wait for ever.',
    related: [],
    fingerprint: `print-${++prints}`,
    status: 'open',
    fixes: [],
    ...rest,
  };
}

/** A session without an engine: each line with `gap` in a text is a finding. Records what it was asked. */
export class FakeSession implements Session {
  readonly root = '/project';
  readonly calls: string[] = [];
  rejudged = 0;
  actionList: Action[] = [];
  fixes = new Map<string, Fix>();
  /** What the next `settle` gives. */
  dependents: FileResult[] = [];
  checkFindings: Finding[] = [];
  isDisposed = false;
  /** Awaited by `prepare`. */
  preparing: Promise<void> = Promise.resolve();
  /** Awaited once per scanned file. */
  pause: () => Promise<void> = () => Promise.resolve();
  private readonly results = new Map<string, FileResult>();
  private readonly texts = new Map<string, string>();

  constructor(private readonly disk: Record<string, string> = {}) {}

  private judge(file: string, text: string, version: number): FileResult {
    this.texts.set(file, text);
    const findings = text.split('\n').flatMap((content, index) =>
      content.includes('gap')
        ? finding({
            line: index + 1,
            fingerprint: `${file}:${content.trim()}`,
            location: { file, line: index + 1, column: 1, endLine: index + 1, endColumn: 5 },
          })
        : [],
    );
    const result = { file, version, findings };
    this.results.set(file, result);
    return result;
  }

  async prepare(): Promise<void> {
    this.calls.push('prepare');
    await this.preparing;
  }

  async scan(options: Parameters<Session['scan']>[0] = {}): Promise<ProjectResult> {
    this.calls.push('scan');
    const files = Object.entries(this.disk);
    for (const [index, [file, text]] of files.entries()) {
      if (options.signal?.aborted) break;
      if (!this.results.has(file)) this.judge(file, text, 0);
      options.onProgress?.(index + 1, files.length, file);
      await this.pause();
    }
    return this.project();
  }

  setText(file: string, text: string, version: number): FileResult {
    this.calls.push(`setText ${file} ${version}`);
    if (text.includes('throw')) throw new Error('The engine can not read this.');
    return this.judge(file, text, version);
  }

  editText(file: string, edits: TextEdit[], version: number): FileResult {
    this.calls.push(`editText ${file} ${version} (${edits.length})`);
    let text = this.texts.get(file) ?? '';
    for (const { start, end, newText } of edits) text = text.slice(0, start) + newText + text.slice(end);
    return this.judge(file, text, version);
  }

  release(file: string): void {
    this.calls.push(`release ${file}`);
    if (this.disk[file] === undefined) this.results.delete(file);
  }

  filesChanged(changes: FileChange[]): void {
    this.calls.push(`filesChanged ${changes.map(({ file, type }) => `${type} ${file}`).join(', ')}`);
  }

  settle(): Promise<FileResult[]> {
    this.calls.push('settle');
    return Promise.resolve(this.dependents.splice(0));
  }

  result(file: string): FileResult | undefined {
    return this.results.get(file);
  }

  project(): ProjectResult {
    const all = [...this.results.values()];
    return {
      root: this.root,
      files: { analysed: all.map(({ file }) => file), skipped: [] },
      findings: [...all.flatMap(({ findings }) => findings), ...this.checkFindings],
      outcomes: [],
      timings: {},
    };
  }

  routes(): RouteRow[] {
    return [];
  }

  actions(file: string, span: Span): Action[] {
    this.calls.push(`actions ${file} ${span.start}`);
    return this.actionList;
  }

  named(findings: readonly Finding[]): Finding[] {
    return [...findings];
  }

  resolve(file: string, actionId: string, input?: { reason?: string }): Fix | undefined {
    this.calls.push(`resolve ${file} ${actionId}${input?.reason === undefined ? '' : ` because ${input.reason}`}`);
    return this.fixes.get(actionId);
  }

  dispose(): void {
    this.isDisposed = true;
  }
}
