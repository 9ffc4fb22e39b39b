import { ts } from 'ts-morph';
import type { Session } from '../../src/engine/api';
import { openSession } from '../../src/engine/session';
import { memoryWorkspace } from '../../src/project/memoryWorkspace';
import { actionsSource, expressSource, typingMark } from './sources';
import { percentile } from './statistics';
import { surroundings } from './tree';

/** One row of the typing table; all times in milliseconds. */
export interface TypingResult {
  kind: 'Express router' | 'Next.js actions';
  lines: number;
  keystrokes: number;
  /** Findings in the file after the last keystroke, so that a row that measured nothing is seen. */
  findings: number;
  /** From the edit to the file's findings, once the engine has seen some two thousand keystrokes. */
  p50: number;
  p95: number;
  max: number;
  /** The same in the second minute of typing, when most of the code is not optimised yet. */
  earlyP50: number;
  earlyP95: number;
  /** The first edit after opening, when the code is cold. */
  first: number;
  /** Re-judging dependents after each of the same keystrokes. */
  settleP95: number;
  /** Files judged again by the average keystroke, dependents included. */
  rejudged: number;
  /** `ts.updateSourceFile` and a full walk for the same keystrokes in the same run. */
  bareP50: number;
  bareP95: number;
}

/** What is typed, character by character; a `<` deletes the character before it, as people do. */
const typed = [
  "const answer = await fetch('https://api.rates.example/latest?base=' + req.params.idx<);",
  'if (!answer.ok) throw new Error(`rates answered ${answer.status}`);',
  'const rates = (await answer.json()) as { base: string; value: numbe<er };',
  "const { data } = await supabase.from('rates').insert({ base: rates.base, value: rates.value }).select();",
  "try { await prisma.rate.create({ data: req.body }); } catch (error) { console.log('failed'); }",
  'const total = data.reduce((sum, row) => sum + row.value, 0);',
].join('\n  ');

interface Keystroke {
  start: number;
  end: number;
  newText: string;
}

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', "'": "'", '`': '`' };

/**
 * The keystrokes of `typed` at an offset, each in terms of the text after the one before. As in an editor, an opening
 * bracket or quote brings its closing one, which is then typed over.
 */
function keystrokes(offset: number): Keystroke[] {
  const strokes: Keystroke[] = [];
  const pending: string[] = [];
  let at = offset;
  for (const character of typed) {
    if (character === '<') {
      strokes.push({ start: at - 1, end: at, newText: '' });
      at -= 1;
      continue;
    }
    if (character === pending.at(-1)) {
      pending.pop();
    } else {
      const closer = closers[character];
      if (closer) pending.push(closer);
      strokes.push({ start: at, end: at, newText: character + (closer ?? '') });
    }
    at += 1;
  }
  return strokes;
}

const apply = (text: string, { start, end, newText }: Keystroke): string => text.slice(0, start) + newText + text.slice(end);

/** The same keystrokes with the compiler alone: incremental parse and one walk. Returns milliseconds per keystroke. */
function typeBare(file: string, source: string, strokes: readonly Keystroke[]): number[] {
  let text = source;
  let tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  let seen = 0;
  const walk = (node: ts.Node): void => {
    seen++;
    ts.forEachChild(node, walk);
  };
  const times: number[] = [];
  for (const stroke of strokes) {
    const next = apply(text, stroke);
    const start = performance.now();
    const span = ts.createTextSpanFromBounds(stroke.start, stroke.end);
    tree = ts.updateSourceFile(tree, next, ts.createTextChangeRange(span, stroke.newText.length));
    walk(tree);
    times.push(performance.now() - start);
    text = next;
  }
  if (seen === 0) throw new Error('the bare walk saw no node');
  return times;
}

async function typeInSession(session: Session, file: string, source: string, strokes: readonly Keystroke[]) {
  const edits: number[] = [];
  const settles: number[] = [];
  let rejudged = 0;
  let version = 1;
  session.setText(file, source, version);
  await session.settle();
  let findings = 0;
  for (const stroke of strokes) {
    version += 1;
    const start = performance.now();
    const result = session.editText(file, [stroke], version);
    const between = performance.now();
    rejudged += session.rejudged;
    await session.settle();
    settles.push(performance.now() - between);
    edits.push(between - start);
    rejudged += session.rejudged;
    findings = result.findings.length;
  }
  return { edits, settles, findings, rejudged: rejudged / strokes.length };
}

/** Rounds of the same keystrokes before those that count as settled, for us and for the compiler alone. */
const settledAfter = 5;

/** Types into the middle of a generated file of about `lines` lines, all rules on. */
export async function measureTyping(kind: TypingResult['kind'], lines: number): Promise<TypingResult> {
  const isExpress = kind === 'Express router';
  const file = isExpress ? 'src/routes/typed.ts' : 'app/actions/typed.ts';
  const source = isExpress ? expressSource(lines, 7) : actionsSource(lines, 7);
  const strokes = keystrokes(source.indexOf(typingMark));

  const files = surroundings();
  files.set(file, source);
  const session = openSession(memoryWorkspace(files));
  try {
    await session.scan();
    const cold = await typeInSession(session, file, source, strokes);
    // Once more from the start: every path has run, as it has for a person after their first minute.
    const early = await typeInSession(session, file, source, strokes);
    // The engine that runs us takes thousands of calls to optimise code as broad as this.
    for (let round = 2; round < settledAfter; round++) await typeInSession(session, file, source, strokes);
    const warm = await typeInSession(session, file, source, strokes);
    for (let round = 1; round < settledAfter; round++) typeBare(file, source, strokes);
    const bare = typeBare(file, source, strokes);
    return {
      kind,
      lines: source.split('\n').length,
      keystrokes: strokes.length,
      findings: warm.findings,
      earlyP50: percentile(early.edits, 0.5),
      earlyP95: percentile(early.edits, 0.95),
      p50: percentile(warm.edits, 0.5),
      p95: percentile(warm.edits, 0.95),
      max: Math.max(...warm.edits),
      first: cold.edits[0] ?? Number.NaN,
      settleP95: percentile(warm.settles, 0.95),
      rejudged: warm.rejudged,
      bareP50: percentile(bare, 0.5),
      bareP95: percentile(bare, 0.95),
    };
  } finally {
    session.dispose();
  }
}
