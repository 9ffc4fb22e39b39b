import { strict as assert } from 'node:assert';
import type { Session } from '../../../src/engine/api';
import { openSession } from '../../../src/engine/session';
import type { Fact } from '../../../src/model/facts';
import type { Finding } from '../../../src/model/finding';
import type { Rule } from '../../../src/model/meta';
import type { RuleContext } from '../../../src/model/rule';
import { memoryWorkspace } from '../../../src/project/memoryWorkspace';
import { rules } from '../../../src/rules';
import { Random } from '../../bench/random';
import { actionsSource, expressSource } from '../../bench/sources';
import { surroundings } from '../../bench/tree';

const cases = [
  { title: 'an Express router', file: 'src/routes/typed.ts', source: expressSource(300, 3) },
  { title: 'Next.js actions', file: 'app/actions/typed.ts', source: actionsSource(300, 3) },
];

const pieces = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '// note\n',
  "console.log('here');\n",
  'await fetch(url);\n',
  'if (!user) throw new Error();\n',
  'const { data } = await supabase.from("a").select();\n',
  'requireSession(); ',
  '{',
  '}',
  "'",
];

/** All stable rules, with a note of each fact that they are handed. */
function counted(): { rules: Rule[]; heard: string[] } {
  const heard: string[] = [];
  const watched = rules
    .filter((rule) => rule.maturity === 'stable')
    .map((rule) => {
      const copy: Record<string, unknown> = { ...rule };
      for (const kind of rule.needs) {
        const listen = rule[kind] as ((fact: Fact, context: RuleContext) => void) | undefined;
        if (!listen) continue;
        copy[kind] = (fact: Fact, context: RuleContext) => {
          heard.push(`${rule.id} ${kind} ${fact.span.start}`);
          listen.call(rule, fact, context);
        };
      }
      return copy as unknown as Rule;
    });
  return { rules: watched, heard };
}

const withoutPrint = (finding: Finding): unknown => ({ ...finding, fingerprint: undefined });

/** What was noted of a file beside gaps, in an order of its own. */
function outcomesOf(session: Session, file: string): string[] {
  return session
    .project()
    .outcomes.filter(({ location }) => location?.file === file)
    .map((outcome) => JSON.stringify(outcome))
    .sort();
}

describe('Verdicts remembered from one keystroke to the next', () => {
  for (const { title, file, source } of cases) {
    it(`are those of a fresh session: ${title}`, async function () {
      this.timeout(60_000);
      const files = surroundings();
      files.set(file, source);
      const session = openSession(memoryWorkspace(files));
      await session.scan();
      const random = new Random(11);
      const next = () => random.next();
      let text = source;
      let compared = 0;
      session.setText(file, text, 1);
      for (let step = 2; step < 70; step++) {
        const at = Math.floor(next() * text.length);
        const removed = next() < 0.3 ? Math.floor(next() * 6) : 0;
        const edited = text.slice(0, at) + pieces[Math.floor(next() * pieces.length)]! + text.slice(at + removed);
        const shown = session.setText(file, edited, step);
        await session.settle();
        const fresh = openSession(memoryWorkspace(new Map([...files, [file, edited]])));
        await fresh.scan();
        const expected = fresh.result(file)!;
        // While the text is broken, gaps are shown that nobody can see afresh; they count where equal ones are numbered.
        const isKept = shown.findings.length > expected.findings.length;
        const others = shown.findings.filter(({ fixes, related }) => fixes.length + related.length > 0);
        if (!isKept) assert.deepEqual(shown.findings, expected.findings, `step ${step} at ${at}`);
        else
          assert.deepEqual(
            others.map(withoutPrint),
            expected.findings.filter(({ fixes, related }) => fixes.length + related.length > 0).map(withoutPrint),
            `step ${step} at ${at}`,
          );
        compared += expected.findings.length;
        assert.deepEqual(outcomesOf(session, file), outcomesOf(fresh, file), `outcomes of step ${step}`);
        if (next() < 0.5) text = edited;
        else session.setText(file, text, step);
      }
      assert.ok(compared > 300, `${compared} findings were compared`);
    });
  }

  it('spare all facts but those of the edited statement', async () => {
    for (const { file, source } of cases) {
      const files = surroundings();
      files.set(file, source);
      const { rules: watched, heard } = counted();
      const session = openSession(memoryWorkspace(files), { rules: watched });
      await session.scan();
      session.setText(file, source, 1);
      await session.settle();
      const at = source.indexOf('await', source.length / 2);
      session.editText(file, [{ start: at, end: at, newText: 'a;' }], 2);
      await session.settle();
      const all = heard.length;
      heard.length = 0;
      session.editText(file, [{ start: at, end: at, newText: 'b;' }], 3);
      assert.ok(heard.length > 0 && heard.length * 20 < all, `${heard.length} of ${all} verdicts were given again`);
    }
  });

  it('spare them too where a function that nobody mentions does something else', async () => {
    const { file, source } = cases[1]!;
    const declaration = /^export async function (\w+)\(.*\{\n/m.exec(source)!;
    const at = declaration.index + declaration[0].length;
    const counts: number[] = [];
    for (const text of [source, `${source}\nexport const again = () => ${declaration[1]!}();\n`]) {
      const files = surroundings();
      files.set(file, text);
      const { rules: watched, heard } = counted();
      const session = openSession(memoryWorkspace(files), { rules: watched });
      await session.scan();
      session.setText(file, text, 1);
      session.editText(file, [{ start: at, end: at, newText: '  a;\n' }], 2);
      await session.settle();
      heard.length = 0;
      session.editText(file, [{ start: at, end: at, newText: "  await supabase.from('notes').insert({ text: 'x' });\n" }], 3);
      counts.push(heard.length);
    }
    const [alone, mentioned] = counts as [number, number];
    assert.ok(alone > 0 && alone * 2 < mentioned, `${alone} facts were judged again, and ${mentioned} where the function is mentioned`);
  });

  it('give fixes that fit the present text', async () => {
    const { file, source } = cases[0]!;
    const files = surroundings();
    files.set(file, source);
    const session = openSession(memoryWorkspace(files));
    await session.scan();
    session.setText(file, source, 1);
    const at = source.indexOf('await');
    const text = `${source.slice(0, at)}\n  ${source.slice(at)}`;
    const { findings } = session.setText(file, text, 2);
    const fresh = openSession(memoryWorkspace(new Map([...files, [file, text]])));
    await fresh.scan();
    const last = findings.filter(({ fixes }) => fixes.length > 0).at(-1)!;
    const fixOf = (from: typeof session) => {
      const action = from
        .actions(file, last.span)
        .find(({ finding }) => finding?.fingerprint === last.fingerprint && finding.rule === last.rule);
      return action && from.resolve(file, action.id);
    };
    assert.ok(fixOf(fresh), 'it has a fix');
    assert.deepEqual(fixOf(session), fixOf(fresh));
  });
});
