import { ts } from 'ts-morph';
import { bare, propertyOf } from '../syntax/nodes';
import type { CallSite, FileAnalysis } from './analysis';

/** Names that stand for status codes: `httpStatus.NOT_FOUND`, `HttpStatus.CONFLICT`, the codes of RPC errors. */
const named: Record<string, number> = {
  OK: 200,
  CREATED: 201,
  NO_CONTENT: 204,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  CONFLICT: 409,
  GONE: 410,
  UNPROCESSABLE_ENTITY: 422,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
};

/** The status that a name stands for: `INTERNAL_SERVER_ERROR`. */
export function statusNamed(name: string): number | undefined {
  return Object.hasOwn(named, name) ? named[name] : undefined;
}

/** Status of an answer: a number when it is written, `computed` when something decides at run time. */
export type Status = number | 'computed';

export function statusValue(analysis: FileAnalysis, node: ts.Expression): Status {
  const value = analysis.resolver.deref(node);
  if (ts.isNumericLiteral(value)) return Number(value.text);
  if (ts.isStringLiteralLike(value) && named[value.text] !== undefined) return named[value.text]!;
  if (ts.isPropertyAccessExpression(value) && named[value.name.text] !== undefined) return named[value.name.text]!;
  return 'computed';
}

/** What says the status of an answer, where that is an argument of the call or of the one in front: `res.status(code).json(…)`. */
export function statusArgument({ role, node }: CallSite): ts.Expression | undefined {
  const status = role?.reply?.status;
  const args = node.arguments ?? [];
  if (status?.arg !== undefined && args[status.arg]) return args[status.arg];
  const options = status?.option && args[status.option.arg] && bare(args[status.option.arg]!);
  if (options && ts.isObjectLiteralExpression(options)) {
    const value = propertyOf(options, status.option!.name);
    return value && !ts.isMethodDeclaration(value) ? value : undefined;
  }
  for (let current = bare(node.expression); ts.isPropertyAccessExpression(current);) {
    const receiver = bare(current.expression);
    if (!ts.isCallExpression(receiver)) return undefined;
    const callee = bare(receiver.expression);
    if (ts.isPropertyAccessExpression(callee) && status?.chained?.includes(callee.name.text)) return receiver.arguments[0];
    current = callee;
  }
  return undefined;
}

/** Status of the answer that a call gives; what says nothing answers 200. */
export function replyStatus(analysis: FileAnalysis, site: CallSite): Status {
  const reply = site.role?.reply;
  const args = site.node.arguments ?? [];
  const status = reply?.status;
  if (status?.fixed !== undefined) return status.fixed;
  if (status?.arg !== undefined && args[status.arg]) return statusValue(analysis, args[status.arg]!);
  if (status?.option && args[status.option.arg]) {
    const options = analysis.resolver.deref(args[status.option.arg]!);
    if (!ts.isObjectLiteralExpression(options)) {
      if (ts.isNumericLiteral(options)) return Number(options.text);
      return 'computed';
    }
    const value = propertyOf(options, status.option.name);
    if (value && !ts.isMethodDeclaration(value)) return statusValue(analysis, value);
    return options.properties.some(ts.isSpreadAssignment) ? 'computed' : 200;
  }
  let current = bare(site.node.expression);
  while (ts.isPropertyAccessExpression(current)) {
    const receiver = bare(current.expression);
    if (!ts.isCallExpression(receiver)) break;
    const callee = bare(receiver.expression);
    if (ts.isPropertyAccessExpression(callee) && status?.chained?.includes(callee.name.text) && receiver.arguments[0])
      return statusValue(analysis, receiver.arguments[0]);
    current = callee;
  }
  return statusBefore(analysis, site.node) ?? (reply?.throws ? 500 : 200);
}

/** `res.status(500);` or `ctx.status = 500;` in front of the answer, in the same block. */
function statusBefore(analysis: FileAnalysis, node: ts.Node): Status | undefined {
  let statement: ts.Node = node;
  while (statement.parent && !ts.isBlock(statement.parent)) statement = statement.parent;
  if (!statement.parent || !ts.isBlock(statement.parent)) return undefined;
  for (const other of statement.parent.statements) {
    if (other === statement) break;
    if (!ts.isExpressionStatement(other)) continue;
    const expression = bare(other.expression);
    if (
      ts.isCallExpression(expression) &&
      ts.isPropertyAccessExpression(expression.expression) &&
      /^(status|code|writeHead)$/.test(expression.expression.name.text) &&
      expression.arguments[0]
    ) {
      return statusValue(analysis, expression.arguments[0]);
    }
    if (
      ts.isBinaryExpression(expression) &&
      ts.isPropertyAccessExpression(expression.left) &&
      /^(status|statusCode)$/.test(expression.left.name.text)
    )
      return statusValue(analysis, expression.right);
  }
  return undefined;
}
