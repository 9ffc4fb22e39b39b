import { ts } from 'ts-morph';

/** Is it a file that is parsed as TypeScript or JavaScript? */
export function isScript(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

/** Mistakes in the syntax of a script, one sentence each; none for other files. */
export function syntaxErrors(file: string, text: string): string[] {
  if (!isScript(file)) return [];
  const fileName = /\.[cm]?js$/.test(file) ? `${file}x` : file;
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName,
    reportDiagnostics: true,
    compilerOptions: {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.Preserve,
      experimentalDecorators: true,
      allowJs: true,
    },
  });
  return diagnostics.map(({ messageText, start = 0 }) => {
    const line = text.slice(0, start).split('\n').length;
    return `${file}:${line}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
