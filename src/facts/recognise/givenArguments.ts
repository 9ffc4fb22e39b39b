import { ts } from 'ts-morph';
import type { FunctionRef, HandlerRef, MountFact } from '../../model/facts';
import { instanceOf } from '../../syntax/accessPaths';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';

/** How deep objects are looked into that functions are given: `{ guards: { user: requireUser } }`. */
const deepest = 3;

/**
 * What a function of the project is given that may run for its routes, by parameter and member: `0`, `1.guards.user`. Routers and
 * applications are left out, which are followed by themselves, as are texts and numbers.
 */
export function givenTo(
  analysis: FileAnalysis,
  ref: FunctionRef,
  args: readonly (ts.Expression | undefined)[],
): NonNullable<MountFact['given']> {
  const found: Record<string, HandlerRef[]> = {};
  args.forEach((argument, index) => {
    if (argument && !isRegistrar(analysis, argument)) collect(analysis, found, String(index), argument, deepest);
  });
  // A call that gives nothing is one of the calls, too.
  return [{ to: `${ref.file}#${ref.id}`, args: found }];
}

/** Names of classes that register routes; `quiet.ts` looks for them, too. */
const holdsRoutes = /(?:Rout(?:e|er)|Controller|Api|API|App|Application|Server|Endpoint|Resource|Module)s?$/;

/** What a class of the project is given when an instance is made: `new UserRoutes(requireUser)`, `super(guard)`. */
export function givenToClass(analysis: FileAnalysis, site: CallSite): MountFact | undefined {
  const { node } = site;
  const isSuper = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.SuperKeyword;
  if (!isSuper && !ts.isNewExpression(node)) return undefined;
  const { callee } = site;
  if (site.role || !callee?.startsWith('file:')) return undefined;
  const made = instanceOf(isSuper ? callee : `${callee}()`);
  if (!made || !holdsRoutes.test(made.cls)) return undefined;
  const constructor = constructorOf(analysis, made);
  if (!constructor) return undefined;
  const given = givenTo(analysis, constructor, node.arguments ?? []);
  return {
    ...analysis.base(node),
    kind: 'mount',
    framework: '',
    registrar: `${made.file}#${made.cls}`,
    order: node.end,
    prefix: '',
    chain: [],
    mounts: [],
    reach: 'before',
    alias: true,
    given,
  };
}

/** The constructor of a class or of what it extends. */
function constructorOf(analysis: FileAnalysis, { file, cls }: { file: string; cls: string }): FunctionRef | undefined {
  const own = file === analysis.file ? analysis.outline.classes.find(({ name }) => name === cls) : undefined;
  if (!own) return analysis.project.member(file, cls, 'constructor')?.fn;
  const written = own.methods.get('constructor');
  if (written) return { file, id: written.id };
  const base = instanceOf(analysis.resolver.rewriteCall(analysis.resolver.members.baseOf(own.node)));
  return base && analysis.project.member(base.file, base.cls, 'constructor')?.fn;
}

function collect(analysis: FileAnalysis, found: Record<string, HandlerRef[]>, key: string, argument: ts.Expression, depth: number): void {
  const value = bare(ts.isSpreadElement(argument) ? argument.expression : argument);
  const object = analysis.resolver.deref(value);
  if (
    ts.isLiteralExpression(object) ||
    object.kind === ts.SyntaxKind.TrueKeyword ||
    object.kind === ts.SyntaxKind.FalseKeyword ||
    object.kind === ts.SyntaxKind.NullKeyword
  )
    return;
  if (!ts.isObjectLiteralExpression(object)) {
    const path = analysis.resolver.pathOf(value);
    // Methods of an instance are looked up where they are used.
    const isInstance = instanceOf(path) !== undefined;
    const refs = isInstance
      ? [{ name: analysis.label(value, 40), span: analysis.span(value), path: path! }]
      : analysis.handlerRefs(value).filter(mayRun);
    if (refs.length > 0) found[key] = refs;
    return;
  }
  if (depth === 0) return;
  for (const property of object.properties) {
    // What is spread later takes the place of what stands before it.
    if (ts.isSpreadAssignment(property)) {
      for (const name of Object.keys(found)) if (name.startsWith(`${key}.`)) delete found[name];
      collect(analysis, found, key, property.expression, depth - 1);
    } else if (ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)) {
      const name = `${key}.${property.name.text}`;
      const own = ts.isMethodDeclaration(property) ? analysis.outline.byNode.get(property) : undefined;
      if (own) found[name] = [{ name: property.name.text, span: analysis.span(property.name), fn: { file: analysis.file, id: own.id } }];
      else if (ts.isPropertyAssignment(property)) collect(analysis, found, name, property.initializer, depth - 1);
      else if (ts.isShorthandPropertyAssignment(property)) collect(analysis, found, name, property.name, depth - 1);
    }
  }
}

/** May it be an element of a chain, or hold some? Instances and modules are looked into where they are used. */
function mayRun({ fn, path, wraps, held }: HandlerRef): boolean {
  return (
    fn !== undefined ||
    held !== undefined ||
    wraps !== undefined ||
    (path !== undefined && !/^(?:file|module|object|global)[:#]/.test(path))
  );
}

function isRegistrar(analysis: FileAnalysis, node: ts.Expression): boolean {
  const path = analysis.resolver.pathOf(node);
  return path !== undefined && (analysis.tables.registrars.has(path) || analysis.tables.roots.has(path));
}
