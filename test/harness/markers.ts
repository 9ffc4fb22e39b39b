/** A finding that a line must report. */
export interface Expectation {
  rule: string;
  /** 1-based line. */
  line: number;
  /** Severities and confidences it must have, from `// expect: rule(warning low)`. */
  qualities: string[];
}

/** A line of carets under an expectation: where a finding stands and what it says. */
export interface Pointer {
  /** 1-based line that it points at. */
  line: number;
  /** 1-based columns of the carets, the end exclusive. */
  column: number;
  endColumn: number;
  /** Columns when the comment opener counts as well, because the first caret follows it directly (`//^^^`). */
  fromOpener?: number;
  /** Part of the message; '' when only the place counts. */
  message: string;
}

/** What the comments of a fixture say. */
export interface Markers {
  expectations: Expectation[];
  pointers: Pointer[];
  /** Lines that must stay silent. */
  silent: { rule: string; line: number }[];
  /** Path at which the file is placed in its project. */
  file?: string;
  /** Exact versions of dependencies. */
  packages: Record<string, string>;
  /** Id of the fix that goldens are made with. */
  fix?: string;
  /** It is meant not to parse, with the reason. */
  broken?: string;
  /** Mistakes in the comments themselves: every one fails the test. */
  mistakes: string[];
}

const opener = String.raw`(?:\/\/|--|#|\{?\/\*|<!--)`;
const closer = String.raw`\s*(?:\*\/\}?|-->)?\s*$`;
const markerLine = new RegExp(String.raw`^(?<code>.*?)${opener}\s*(?<word>expect|expect-next-line|ok):\s*(?<ids>.*?)${closer}`);
const caretLine = new RegExp(String.raw`^\s*(?<opener>${opener})(?<gap>\s*)(?<carets>\^+)\s*(?<message>.*?)${closer}`);
const headLine = new RegExp(String.raw`^\s*${opener}\s*(?<word>file|packages|fix|broken):\s*(?<value>.*?)${closer}`);
const commentOnly = new RegExp(String.raw`^\s*${opener}`);
const idGrammar = /^(?<rule>[a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\((?<qualities>[a-z ]+)\))?$/;
const qualityWords = new Set(['error', 'warning', 'info', 'high', 'medium', 'low']);

/** Reads the comments of a fixture, whatever its language. */
export function readMarkers(text: string): Markers {
  const markers: Markers = { expectations: [], pointers: [], silent: [], packages: {}, mistakes: [] };
  let isHead = true;
  /** 1-based line that carets point at: the last line that carried a marker or was named by one. */
  let target: number | undefined;
  const lines = text.split(/\r?\n/);
  for (const [index, content] of lines.entries()) {
    const line = index + 1;
    const head = isHead ? headLine.exec(content)?.groups : undefined;
    if (head) {
      readHead(markers, head['word']!, head['value']!, line);
      continue;
    }
    const carets = caretLine.exec(content)?.groups;
    if (carets) {
      readCarets(markers, content, carets, target, line);
      continue;
    }
    const marker = markerLine.exec(content)?.groups;
    if (!commentOnly.test(content) && content.trim() !== '') isHead = false;
    if (!marker) {
      if (target !== undefined && line > target && content.trim() !== '') target = undefined;
      continue;
    }
    const isNext = marker['word'] === 'expect-next-line';
    const hasCode = marker['code']!.trim() !== '';
    if (hasCode === isNext)
      markers.mistakes.push(
        `line ${line}: "${marker['word']}:" ${isNext ? 'stands on a line of its own' : 'stands at the end of a line of code'}`,
      );
    target = isNext ? line + 1 : line;
    if (target > lines.length || (lines[target - 1] ?? '').trim() === '')
      markers.mistakes.push(`line ${line}: no code follows "expect-next-line:"`);
    readIds(markers, marker['word'] === 'ok', marker['ids']!, target, line);
  }
  return markers;
}

function readHead(markers: Markers, word: string, value: string, line: number): void {
  if (value === '') markers.mistakes.push(`line ${line}: "${word}:" says nothing`);
  else if (word === 'file') markers.file = value;
  else if (word === 'fix') markers.fix = value;
  else if (word === 'broken') markers.broken = value;
  else {
    const { packages, mistakes } = readPackages(value);
    Object.assign(markers.packages, packages);
    markers.mistakes.push(...mistakes.map((mistake) => `line ${line}: ${mistake}`));
  }
}

/** Reads `express@4.21.0, @nestjs/common@11.0.0`, separated by commas or spaces. */
export function readPackages(value: string): { packages: Record<string, string>; mistakes: string[] } {
  const packages: Record<string, string> = {};
  const mistakes: string[] = [];
  for (const entry of value.split(/[\s,]+/).filter((part) => part !== '')) {
    const match = /^((?:@[^/@]+\/)?[^/@]+)@(\d\S*)$/.exec(entry);
    if (match) packages[match[1]!] = match[2]!;
    else mistakes.push(`"${entry}" is no package with a version`);
  }
  return { packages, mistakes };
}

function readIds(markers: Markers, isSilent: boolean, ids: string, target: number, line: number): void {
  for (const written of ids.split(',').map((part) => part.trim())) {
    const groups = idGrammar.exec(written)?.groups;
    const qualities = groups?.['qualities']?.split(' ') ?? [];
    if (!groups || qualities.some((word) => !qualityWords.has(word))) {
      markers.mistakes.push(`line ${line}: "${written}" is no rule id`);
    } else if (isSilent) {
      markers.silent.push({ rule: groups['rule']!, line: target });
    } else {
      markers.expectations.push({ rule: groups['rule']!, line: target, qualities });
    }
  }
}

function readCarets(
  markers: Markers,
  content: string,
  groups: Record<string, string | undefined>,
  target: number | undefined,
  line: number,
): void {
  if (target === undefined || !markers.expectations.some((expectation) => expectation.line === target)) {
    markers.mistakes.push(`line ${line}: carets follow no line that is expected to report`);
    return;
  }
  const column = content.indexOf('^') + 1;
  const pointer: Pointer = { line: target, column, endColumn: column + groups['carets']!.length, message: groups['message']! };
  if (groups['gap'] === '') pointer.fromOpener = column - groups['opener']!.length;
  markers.pointers.push(pointer);
}
