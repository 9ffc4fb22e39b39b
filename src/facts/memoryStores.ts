import { ts } from 'ts-morph';
import type { Sink } from '../model/facts';
import { bare } from '../syntax/nodes';
import type { FileAnalysis } from './analysis';

const changes = /^(set|push|unshift|splice|delete)$/;

/** Collections that serve the program itself: nobody's data is lost or shown when strangers make it fill them. */
const ownUse =
  /cache|limit|throttl|debounc|session|socket|client|connect|attempt|counter|memo|seen|visited|pending|flight|lock|timer|timeout|listener|subscriber|handler|callback|registr|metric|queue|buffer|upload|temp|logs?$|history|errors?$|stats?$|tokens?$|nonce|otp|codes?$|online|active|presence|rooms?$|watch|worker|instance|pool|plugin|middleware|routes?$|hooks?$|results?$|batch|chunk|options?$|config|flags?$|checks?$|tests?$|rules?$|schemas?$|types?$|format|locale|languages?$|keys?$|ids?$/i;

/**
 * A change of data that an application keeps in memory: a collection that lives as long as the module, that is changed
 * here and whose contents are listed somewhere in the file. Prototypes store orders so. Undefined for anything else.
 */
export function memoryWrite(analysis: FileAnalysis, node: ts.CallExpression | ts.NewExpression): Sink | undefined {
  const callee = bare(node.expression);
  if (!ts.isPropertyAccessExpression(callee) || !changes.test(callee.name.text)) return undefined;
  const name = storeName(analysis, bare(callee.expression));
  if (name === undefined || ownUse.test(name) || !isListed(analysis.source.text, name)) return undefined;
  return { kind: 'write', target: name, memory: true, span: analysis.span(node) };
}

function storeName(analysis: FileAnalysis, receiver: ts.Expression): string | undefined {
  if (ts.isIdentifier(receiver)) {
    const declaration = analysis.resolver.declarations.find(receiver);
    if (declaration?.kind !== 'variable' || declaration.steps.length > 0) return undefined;
    const statement = declaration.node.parent.parent;
    return ts.isVariableStatement(statement) && ts.isSourceFile(statement.parent) && isCollection(declaration.node.initializer)
      ? receiver.text
      : undefined;
  }
  if (!ts.isPropertyAccessExpression(receiver) || receiver.expression.kind !== ts.SyntaxKind.ThisKeyword) return undefined;
  const cls = classAround(receiver);
  const member = receiver.name.text;
  if (!cls?.name || !isMadeOnce(analysis.source, cls.name.text)) return undefined;
  const property = cls.members.find(
    (candidate) => ts.isPropertyDeclaration(candidate) && ts.isIdentifier(candidate.name) && candidate.name.text === member,
  );
  return property && (isCollection((property as ts.PropertyDeclaration).initializer) || isAssignedCollection(cls, member))
    ? member
    : undefined;
}

function isCollection(value: ts.Expression | undefined): boolean {
  if (!value) return false;
  const inner = bare(value);
  return (
    ts.isArrayLiteralExpression(inner) ||
    (ts.isNewExpression(inner) && ts.isIdentifier(inner.expression) && inner.expression.text === 'Map')
  );
}

/** `this.orders = new Map()` in the constructor. */
function isAssignedCollection(cls: ts.ClassLikeDeclaration, member: string): boolean {
  const statements = cls.members.find(ts.isConstructorDeclaration)?.body?.statements ?? [];
  return statements.some((statement) => {
    const assignment = ts.isExpressionStatement(statement) ? statement.expression : undefined;
    if (!assignment || !ts.isBinaryExpression(assignment) || !ts.isPropertyAccessExpression(assignment.left)) return false;
    return (
      assignment.left.expression.kind === ts.SyntaxKind.ThisKeyword &&
      assignment.left.name.text === member &&
      isCollection(assignment.right)
    );
  });
}

function classAround(node: ts.Node): ts.ClassLikeDeclaration | undefined {
  for (let current: ts.Node | undefined = node.parent; current; current = current.parent) {
    if (ts.isClassLike(current)) return current;
    if (ts.isFunctionDeclaration(current) || ts.isFunctionExpression(current)) return undefined;
  }
  return undefined;
}

/** Is there one object of the class for the whole module: `export const storage = new MemStorage()`? */
function isMadeOnce(source: ts.SourceFile, cls: string): boolean {
  const makes = (value: ts.Expression | undefined): boolean =>
    value !== undefined && ts.isNewExpression(bare(value)) && (bare(value) as ts.NewExpression).expression.getText(source) === cls;
  return source.statements.some((statement) => {
    if (ts.isExportAssignment(statement)) return makes(statement.expression);
    return ts.isVariableStatement(statement) && statement.declarationList.declarations.some(({ initializer }) => makes(initializer));
  });
}

/** Are the contents read as a list, and not looked up one by one as in a cache? */
function isListed(text: string, name: string): boolean {
  const place = `(?<![\\w$])${name.replaceAll('$', '\\$')}`;
  return new RegExp(
    `${place}\\.(?:values|entries|filter|find|map|sort|slice|reduce)\\(|(?:\\.\\.\\.|from\\(|\\bof |json\\(|return )(?:this\\.)?${name.replaceAll('$', '\\$')}\\s*[),;\\]\\n]`,
  ).test(text);
}
