import { ts } from 'ts-morph';
import type { FunctionSummary, RefusalStyle } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { IdiomHost } from './importPaths';

/** How a called guard says no: read off the project's function, or known of the library. */
export function refusalOf(
  file: string,
  call: ts.CallExpression,
  origin: { specifier: string; name: string } | undefined,
  host: IdiomHost,
): RefusalStyle | undefined {
  const callee = bare(call.expression);
  const member = ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) ? callee.name.text : undefined;
  if (!origin) return ts.isIdentifier(callee) ? summaryOf(file, callee.text, host)?.refusal : undefined;
  const name = origin.name === '*' ? member : ts.isIdentifier(callee) ? origin.name : member && `${origin.name}.${member}`;
  if (name === undefined) return undefined;
  const resolved = host.files.resolve(file, origin.specifier);
  if ('unresolved' in resolved) return undefined;
  if ('package' in resolved) return verdictOf(`${resolved.package}#${name === 'default' ? '' : name}`, host);
  const exported = host.model.exported.of(resolved.file, name);
  if (exported?.fn !== undefined) return summaryOf(exported.file, exported.fn, host)?.refusal;
  return exported?.path === undefined ? undefined : verdictOf(exported.path, host);
}

function summaryOf(file: string, id: string, host: IdiomHost): FunctionSummary | undefined {
  return host.model.peek(file)?.summary.functions[id];
}

function verdictOf(path: string, host: IdiomHost): RefusalStyle | undefined {
  switch (host.tables.call(path)?.verify?.fails) {
    case 'throws':
      return 'throws';
    case 'empty':
      return 'returns-empty';
    case 'false':
      return 'returns-false';
    case 'result':
      return 'returns-result';
    default:
      return undefined;
  }
}
