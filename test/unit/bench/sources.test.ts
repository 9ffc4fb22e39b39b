import assert from 'node:assert/strict';
import { ts } from 'ts-morph';
import { actionsSource, expressSource, typingMark } from '../../bench/sources';
import { median, percentile, short } from '../../bench/statistics';
import { generatedProject } from '../../bench/tree';

function syntaxErrors(file: string, text: string): string[] {
  const { diagnostics } = ts.transpileModule(text, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { jsx: ts.JsxEmit.Preserve },
  });
  return (diagnostics ?? []).map((diagnostic) => `${file}: ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`);
}

describe('generated sources of the benchmark', () => {
  for (const [name, write] of [
    ['router', expressSource],
    ['actions', actionsSource],
  ] as const) {
    for (const lines of [200, 1000, 5000]) {
      it(`writes a ${name} file of about ${lines} lines with the typing mark in its middle`, () => {
        const text = write(lines, 7);
        const count = text.split('\n').length;
        assert.ok(Math.abs(count - lines) <= 40, `${count} lines`);
        const at = text.slice(0, text.indexOf(typingMark)).split('\n').length;
        assert.ok(Math.abs(at - count / 2) <= 60, `mark in line ${at} of ${count}`);
        assert.deepEqual(syntaxErrors(`${name}.ts`, text), []);
      });
    }
  }

  it('repeats with the same seed and differs with another', () => {
    assert.equal(expressSource(200, 3), expressSource(200, 3));
    assert.notEqual(expressSource(200, 3), expressSource(200, 4));
  });

  it('writes a project of the asked size whose files all parse', () => {
    const files = generatedProject(150);
    const code = [...files].filter(([file]) => /\.tsx?$/.test(file));
    assert.ok(Math.abs(code.length - 150) <= 3, `${code.length} files`);
    assert.deepEqual(
      code.flatMap(([file, text]) => syntaxErrors(file, text)),
      [],
    );
  });
});

describe('statistics of the benchmark', () => {
  it('takes percentiles by nearest rank', () => {
    const values = [5, 1, 4, 2, 3];
    assert.equal(median(values), 3);
    assert.equal(percentile(values, 0.95), 5);
    assert.equal(percentile([7], 0.5), 7);
    assert.ok(Number.isNaN(percentile([], 0.5)));
  });

  it('prints three significant digits and a dash for nothing', () => {
    assert.deepEqual([1234.4, 56.78, 1.234, Number.NaN].map(short), ['1,234', '56.8', '1.23', '–']);
  });
});
