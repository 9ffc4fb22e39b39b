import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { enclosingTry, isEmptyValue } from '../syntax/flow';
import { bare } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import { roleName } from './guardConditions';
import { isLeftAlone } from './unawaited';

type Insistence = NonNullable<FunctionSummary['insists']>[number];

/**
 * What a function throws without: parameters, and members of those that nobody has given a meaning, `if (!ctx.user) throw …`. What that says
 * of the caller, those know who hand it in.
 */
export function insistencesOf(analysis: FileAnalysis, fn: FunctionInfo): Insistence[] {
  const { body, parameters } = fn.node;
  if (!body || !ts.isBlock(body) || parameters.length === 0) return [];
  const { type } = fn.node;
  const asserted = type && ts.isTypePredicateNode(type) && type.assertsModifier ? type.parameterName.getText(analysis.source) : undefined;
  const index = parameters.findIndex(({ name }) => asserted !== undefined && ts.isIdentifier(name) && name.text === asserted);
  const found: Insistence[] = index === -1 ? [] : [{ index, members: [] }];
  for (const statement of body.statements) {
    if (!ts.isIfStatement(statement) || !throws(statement.thenStatement)) continue;
    for (const part of alternatives(statement.expression)) {
      const missing = missingIn(part);
      const member = missing && memberOfParameter(analysis, fn, missing.value, 3);
      if (member && !found.some(({ index, members }) => index === member.index && members.join() === member.members.join()))
        found.push({ ...member, ...(missing.role ? { role: true as const } : {}) });
    }
  }
  return found;
}

function throws(branch: ts.Statement): boolean {
  const last = ts.isBlock(branch) ? branch.statements.at(-1) : branch;
  return last !== undefined && ts.isThrowStatement(last) && !enclosingTry(last);
}

/** What a condition says is not there, or not what it should be: `!user`, `user == null`, `user.role !== 'admin'`. */
function missingIn(condition: ts.Expression): { value: ts.Expression; role?: boolean } | undefined {
  const test = bare(condition);
  if (ts.isPrefixUnaryExpression(test) && test.operator === ts.SyntaxKind.ExclamationToken) {
    const value = bare(test.operand);
    return { value, role: namesRole(value) };
  }
  if (!ts.isBinaryExpression(test)) return undefined;
  const operator = ts.tokenToString(test.operatorToken.kind) ?? '';
  const [left, right] = [bare(test.left), bare(test.right)];
  if (/^===?$/.test(operator)) return isEmptyValue(right) ? { value: left } : undefined;
  const isConstant = ts.isStringLiteralLike(right) || right.kind === ts.SyntaxKind.TrueKeyword;
  return /^!==?$/.test(operator) && isConstant && namesRole(left) ? { value: left, role: true } : undefined;
}

function namesRole(node: ts.Expression): boolean {
  return ts.isPropertyAccessExpression(node) && roleName.test(node.name.text);
}

/** The parameter that a value is, or is a member of, where no library says what the parameter is. */
export function memberOfParameter(analysis: FileAnalysis, fn: FunctionInfo, node: ts.Expression, depth: number): Insistence | undefined {
  const value = bare(node);
  if (ts.isPropertyAccessExpression(value)) {
    const object = memberOfParameter(analysis, fn, value.expression, depth);
    return object && { ...object, members: [...object.members, value.name.text] };
  }
  const declaration = ts.isIdentifier(value) ? analysis.resolver.declarations.find(value) : undefined;
  if (declaration?.kind !== 'parameter' && declaration?.kind !== 'variable') return undefined;
  const members = declaration.steps.flatMap((step) => ('member' in step ? [step.member] : []));
  if (members.length < declaration.steps.length) return undefined;
  if (declaration.kind === 'variable') {
    const { initializer } = declaration.node;
    const object = declaration.constant && initializer && depth > 0 ? memberOfParameter(analysis, fn, initializer, depth - 1) : undefined;
    return object && { ...object, members: [...object.members, ...members] };
  }
  const isOpen = declaration.fn === fn.node && analysis.resolver.parameters.get(fn.node)?.[declaration.index] === undefined;
  return isOpen && !declaration.node.dotDotDotToken ? { index: declaration.index, members } : undefined;
}

/** What has to hold for everything behind a call to run: `assert(session)`, `ctx.assert(ctx.state.user, 401)`. */
export function assertedBy(analysis: FileAnalysis, { node, role }: CallSite): ts.Expression | undefined {
  if (role?.asserts !== undefined) return node.arguments?.[role.asserts];
  const summary = summaryOf(analysis, node);
  const whole = summary?.insists?.find(({ members }) => members.length === 0);
  return whole && !(summary!.isAsync && isLeftAlone(node)) ? node.arguments?.[whole.index] : undefined;
}

/** Whether a function is handed a request, or what holds it, and throws unless who calls is in there. */
export function insistsOnCaller(
  analysis: FileAnalysis,
  node: CallSite['node'],
  { insists }: FunctionSummary,
): 'AUTHENTICATED' | 'ROLE' | undefined {
  let level: 'AUTHENTICATED' | 'ROLE' | undefined;
  for (const { index, members, role } of insists ?? []) {
    const given = node.arguments?.[index];
    if (!given || members.length === 0) continue;
    let path = analysis.resolver.pathOf(given);
    for (const member of members) {
      path = analysis.resolver.rewrite(path, member);
      if (!analysis.tables.read(path)?.identity) continue;
      level = role || level === 'ROLE' ? 'ROLE' : 'AUTHENTICATED';
      break;
    }
  }
  return level;
}

function summaryOf(analysis: FileAnalysis, node: CallSite['node']): FunctionSummary | undefined {
  return analysis.summaryOf(analysis.resolver.functionOf(node.expression)?.ref);
}
