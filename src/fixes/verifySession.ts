import { ts } from 'ts-morph';
import type { SessionRead } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { walk } from '../syntax/nodes';
import { Draft } from './edits';
import { functionAround, nodeAt, referencesTo } from './nodes';

/** Asks for the user, who is verified, instead of the session, where nothing but its user is needed. */
export function verifySession(read: SessionRead): FixProposal {
  return {
    id: 'verify-session',
    kind: 'suggestion',
    title: 'Ask for the verified user instead of the session',
    build: (source) => build(read, source),
    mayBuild: (source) => build(read, source) !== undefined,
  };
}

/** `const { data: { session } } = await client.auth.getSession()` where all that follows reads `session.user` or looks whether there is one. */
function build(read: SessionRead, source: FixSource): FileEdit[] | undefined {
  if (read.library !== 'supabase' || read.from !== 'session') return undefined;
  const draft = new Draft(source);
  const call = nodeAt(draft.tree, read.span);
  if (
    !ts.isCallExpression(call) ||
    !ts.isPropertyAccessExpression(call.expression) ||
    call.expression.name.text !== 'getSession' ||
    call.arguments.length > 0
  )
    return undefined;
  const declaration = ts.isAwaitExpression(call.parent) ? call.parent.parent : undefined;
  const scope = functionAround(call);
  if (!declaration || !ts.isVariableDeclaration(declaration) || !scope?.body) return undefined;
  const element = sessionIn(declaration.name);
  if (!element || !ts.isIdentifier(element.name) || takesName(scope.body, element.name.text)) return undefined;
  draft.replace(call.expression.name.getStart(draft.tree), call.expression.name.end, 'getUser');
  draft.replace(element.getStart(draft.tree), element.end, 'user');
  for (const use of referencesTo(element.name.text, scope.body)) {
    const whole = ts.isPropertyAccessExpression(use.parent) && use.parent.expression === use ? use.parent : undefined;
    // Whatever else is read of the session, its token above all, a user does not have.
    if (whole && whole.name.text !== 'user') return undefined;
    if (!whole && !isTest(use)) return undefined;
    const outer = whole?.parent;
    // `session?.user.id` ends early where there is no session.
    const optional =
      whole?.questionDotToken && outer && ts.isPropertyAccessExpression(outer) && outer.expression === whole && !outer.questionDotToken;
    draft.replace((whole ?? use).getStart(draft.tree), (whole ?? use).end, optional ? 'user?' : 'user');
  }
  return draft.finish();
}

/** The only thing that is taken: `session` in `{ data: { session } }`. */
function sessionIn(name: ts.BindingName): ts.BindingElement | undefined {
  if (!ts.isObjectBindingPattern(name) || name.elements.length !== 1) return undefined;
  const [data] = name.elements;
  if (
    !data?.propertyName ||
    data.propertyName.getText() !== 'data' ||
    !ts.isObjectBindingPattern(data.name) ||
    data.name.elements.length !== 1
  )
    return undefined;
  const [session] = data.name.elements;
  return session && (session.propertyName ?? session.name).getText() === 'session' ? session : undefined;
}

function isTest(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    ts.isPrefixUnaryExpression(parent) ||
    (ts.isIfStatement(parent) && parent.expression === node) ||
    (ts.isConditionalExpression(parent) && parent.condition === node)
  );
}

/** Does something else in the function have the name that the user would get? */
function takesName(body: ts.Node, session: string): boolean {
  let taken = false;
  walk(body, (node) => {
    if (ts.isIdentifier(node) && node.text === 'user' && session !== 'user') {
      const { parent } = node;
      taken ||=
        !(ts.isPropertyAccessExpression(parent) && parent.name === node) && !(ts.isPropertyAssignment(parent) && parent.name === node);
    }
    return !taken;
  });
  return taken;
}
