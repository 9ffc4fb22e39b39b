import { ts } from 'ts-morph';
import type { FunctionSummary, Lenience } from '../model/facts';
import { isEmptyValue } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { absentName, alternatives } from './conditions';
import { conjuncts } from './knownCallers';
import { saysNo } from './refusals';

/** Parameters by which a function is told to let strangers through: `if (!lenient && !token) throw …`, `if (strict && !user) throw …`. */
export function leniencesOf(analysis: FileAnalysis, fn: FunctionInfo): Lenience[] {
  const { parameters } = fn.node;
  if (parameters.length === 0) return [];
  const tests = fn.ifs.filter(ts.isIfStatement).filter((test) => asksWhetherGiven(test) && saysNo(analysis, test.thenStatement, fn));
  return parameters.flatMap(({ name, initializer }, param): Lenience[] => {
    if (!ts.isIdentifier(name)) return [];
    const told = tests.map(({ expression }) => toldBy(expression, name.text));
    const when = told.find((value) => value !== undefined);
    if (when === undefined) return [];
    const standard = initializer?.kind === ts.SyntaxKind.TrueKeyword;
    return [
      { param, when, ...(standard ? { standard } : {}), ...(told.every((value) => value === when) ? {} : { partly: true as const }) },
    ];
  });
}

/** Does a test refuse where something is missing? */
function asksWhetherGiven({ expression }: ts.IfStatement): boolean {
  return conjuncts(expression).some((part) => alternatives(part).some((way) => absentName(way) !== undefined));
}

/** The truth of a parameter with which a test holds for nobody. */
function toldBy(condition: ts.Expression, name: string): boolean | undefined {
  const parts = conjuncts(condition).map(bare);
  if (parts.length < 2) return undefined;
  const isIt = (node: ts.Expression): boolean => ts.isIdentifier(bare(node)) && (bare(node) as ts.Identifier).text === name;
  for (const part of parts) {
    if (isIt(part)) return false;
    if (ts.isPrefixUnaryExpression(part) && part.operator === ts.SyntaxKind.ExclamationToken && isIt(part.operand)) return true;
  }
  return undefined;
}

/** Is a function told, where it is called, to let strangers through? `perhaps`: it may be, or something else in it refuses them still. */
export function toldToBeLenient(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  { lenience }: FunctionSummary,
): 'yes' | 'perhaps' | undefined {
  let answer: 'perhaps' | undefined;
  for (const { param, when, standard, partly } of lenience ?? []) {
    const given = node.arguments?.slice(0, param + 1).some(ts.isSpreadElement) ? undefined : (node.arguments?.[param] ?? 'nothing');
    const truth = given === 'nothing' ? (standard ?? false) : given && truthOf(analysis.resolver.deref(given), when);
    if (truth === when && !partly) return 'yes';
    if (truth === when || truth === undefined) answer = 'perhaps';
  }
  return answer;
}

/** What is written out is true or not. Of anything else that has to be there, it is taken to be; whether somebody is to be lenient, nobody can tell. */
function truthOf(value: ts.Expression, when: boolean): boolean | undefined {
  if (value.kind === ts.SyntaxKind.TrueKeyword || ts.isObjectLiteralExpression(value)) return true;
  if (isEmptyValue(value)) return false;
  return when ? undefined : true;
}
