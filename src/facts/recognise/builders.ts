import { ts } from 'ts-morph';
import type { BuilderFact, HandlerRef, MountFact, RouteFact } from '../../model/facts';
import { fileRefOf } from '../../syntax/accessPaths';
import { bare, constantString, propertyOf, walk } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { givesAllBack, parsing } from '../checkedInputs';
import { publicMarker } from '../statedPublic';

interface Chain {
  uses: HandlerRef[];
  inputs: HandlerRef[];
  base?: string;
  /** What it starts from was made by a function, and nobody can tell what that put in front of it. */
  unresolved?: true;
  /** Method that the first call of the chain was given. */
  method?: string;
}

/** Is it what a function of the project gives: `const procedures = proceduresOf('users')`? */
function isGiven(analysis: FileAnalysis, object: ts.Expression): boolean {
  const value = bare(analysis.resolver.deref(object));
  return ts.isCallExpression(value) && fileRefOf(analysis.resolver.pathOf(value.expression)) !== undefined;
}

/** Elements of a chain of middleware; those that builders made are named by their builder. */
export function middlewareRefs(analysis: FileAnalysis, expression: ts.Expression, depth = 6): HandlerRef[] {
  const value = bare(expression);
  if (depth === 0) return [];
  if (ts.isSpreadElement(value)) return middlewareRefs(analysis, value.expression, depth - 1);
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap((element) => middlewareRefs(analysis, element, depth - 1));
  const path = analysis.resolver.pathOf(value);
  const isBuilder = path !== undefined && !path.startsWith('file:') && analysis.tables.builders.has(path);
  if (isBuilder && ts.isCallExpression(value)) {
    const chain = chainOf(analysis, value);
    return [
      ...(chain.base === undefined
        ? []
        : [{ name: chain.base.slice(chain.base.lastIndexOf('#') + 1), span: analysis.span(value), path: `builder:${chain.base}` }]),
      ...chain.uses,
    ];
  }
  const entity = isBuilder ? analysis.resolver.entityOf(value) : undefined;
  if (entity !== undefined) return [{ name: analysis.label(value, 40), span: analysis.span(value), path: `builder:${entity}` }];
  const behind = analysis.resolver.deref(value);
  return behind !== value && ts.isArrayLiteralExpression(behind)
    ? middlewareRefs(analysis, behind, depth - 1)
    : analysis.handlerRefs(expression);
}

/** What a validating step checks with: a schema, or a function that calls one or refuses by itself. */
function inputRef(analysis: FileAnalysis, argument: ts.Expression, library: string): HandlerRef | undefined {
  const schema: HandlerRef = { name: 'input', span: analysis.span(argument), path: `${library}#schema` };
  const fn = analysis.resolver.functionOf(argument);
  const asks = fn ? undefined : parsing(analysis, argument);
  if (asks?.lets) return undefined;
  if (!fn) return asks?.keeps ? { ...schema, keeps: true } : schema;
  return givesAllBack(analysis, argument) ? undefined : schema;
}

/** Middleware and inputs along a builder chain, and the builder it starts from. */
function chainOf(analysis: FileAnalysis, expression: ts.Expression): Chain {
  const chain: Chain = { uses: [], inputs: [] };
  let current = bare(expression);
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    const step = analysis.site(current)?.role?.builder;
    if (!step) break;
    if (step.step === 'use') chain.uses.unshift(...current.arguments.flatMap((argument) => middlewareRefs(analysis, argument)));
    const input =
      step.step === 'input' && current.arguments[0] && inputRef(analysis, current.arguments[0], analysis.site(current)!.role!.library);
    if (input) chain.inputs.unshift(input);
    current = bare(current.expression.expression);
  }
  const made = ts.isCallExpression(current) ? analysis.site(current)?.role?.builder : undefined;
  if (made?.step === 'start' && ts.isCallExpression(current)) {
    const option =
      made.methodOption === undefined
        ? undefined
        : propertyOf(current.arguments[0] && analysis.resolver.deref(current.arguments[0]), made.methodOption);
    const method = (option && !ts.isMethodDeclaration(option) ? constantString(option) : undefined) ?? made.method;
    return { ...chain, ...(method === undefined ? {} : { method }) };
  }
  if (made?.step === 'make' && ts.isCallExpression(current)) {
    const args = current.arguments;
    chain.uses.unshift(...(made.uses ?? []).flatMap((index) => (args[index] ? functionRefs(analysis, args[index]) : [])));
    const base = made.base === undefined || !args[made.base] ? undefined : args[made.base];
    current = base ? bare(base) : current;
  }
  const isMade =
    ts.isCallExpression(current) && made === undefined && analysis.tables.builders.has(analysis.resolver.pathOf(current) ?? '');
  const base =
    isMade || ts.isIdentifier(current) || ts.isPropertyAccessExpression(current) ? analysis.resolver.entityOf(current) : undefined;
  if (base !== undefined) chain.base = base;
  else if (isMade || (ts.isPropertyAccessExpression(current) && isGiven(analysis, current.expression))) chain.unresolved = true;
  const behind = analysis.resolver.deref(current);
  const method = behind !== current && ts.isCallExpression(behind) ? chainOf(analysis, behind).method : undefined;
  return { ...chain, ...(method === undefined ? {} : { method }) };
}

/** Functions given as such, in the options of an object, or to a call that hands them on. */
function functionRefs(analysis: FileAnalysis, argument: ts.Expression): HandlerRef[] {
  const found = analysis.functionsIn(argument);
  if (found.length > 0) return found.map((fn) => ({ name: fn.name, span: analysis.span(fn.node), fn: { file: analysis.file, id: fn.id } }));
  const value = analysis.resolver.deref(argument);
  return (ts.isCallExpression(value) ? [...value.arguments] : [argument]).flatMap((inner) => analysis.handlerRefs(inner));
}

/** Named procedure builders: `const protectedProcedure = t.procedure.use(isAuthed)`. */
export function recogniseBuilders(analysis: FileAnalysis): BuilderFact[] {
  const facts: BuilderFact[] = [];
  const seen = new Set<ts.Node>();
  for (const site of analysis.sitesWith('builder')) {
    if (!site.role?.builder || site.role.builder.step === 'end') continue;
    let outer: ts.Node = site.node;
    while (
      outer.parent &&
      (ts.isPropertyAccessExpression(outer.parent) || (ts.isCallExpression(outer.parent) && outer.parent.expression === outer))
    )
      outer = outer.parent;
    const declaration = outer.parent;
    const isNamed = declaration && ts.isVariableDeclaration(declaration) && ts.isIdentifier(declaration.name);
    // One that a function gives, or that is kept in an object, has no name of its own.
    const isKept = !isNamed && ts.isExpression(outer) && analysis.tables.builders.has(analysis.resolver.pathOf(outer) ?? '');
    const place = isNamed ? declaration : outer;
    if (!(isNamed || isKept) || seen.has(place)) continue;
    seen.add(place);
    const entity = analysis.resolver.entityOf(isNamed ? (declaration.name as ts.Identifier) : (outer as ts.Expression));
    if (entity === undefined) continue;
    const chain = chainOf(analysis, isNamed ? declaration.initializer! : (outer as ts.Expression));
    facts.push({
      entity,
      ...(chain.base !== undefined && chain.base !== entity ? { base: chain.base } : {}),
      uses: chain.uses,
      inputs: chain.inputs.length,
      span: analysis.span(place),
    });
  }
  return facts;
}

/** What a builder chain that ends here runs, and what runs before it; undefined for anything else. */
export function builtProcedure(
  analysis: FileAnalysis,
  node: ts.Node,
): { chain: HandlerRef[]; handler: HandlerRef; method?: string } | undefined {
  if (!ts.isCallExpression(node) || analysis.site(node)?.role?.builder?.step !== 'end' || !ts.isPropertyAccessExpression(node.expression))
    return undefined;
  const handler = node.arguments[0] && analysis.handlerRefs(node.arguments[0])[0];
  if (!handler) return undefined;
  const receiver = node.expression.expression;
  const { base, uses, inputs, method, unresolved } = chainOf(analysis, receiver);
  const named = { name: receiver.getText(analysis.source).split(/[.(\s]/)[0]!, span: analysis.span(receiver) };
  const start: HandlerRef[] =
    base !== undefined ? [{ ...named, path: `builder:${base}` }] : unresolved ? [{ ...named, unresolved: true }] : [];
  return { chain: [...start, ...uses, ...inputs], handler, ...(method === undefined ? {} : { method }) };
}

/** Procedures at the end of builder chains, named by where they stand in their routers. */
export function recogniseProcedures(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const site of analysis.sitesWith('builder')) {
    const step = site.role?.builder;
    // Actions are endpoints by the file they stand in.
    if (step?.step !== 'end' || step.method === 'ACTION') continue;
    const callee = bare(site.node.expression) as ts.PropertyAccessExpression;
    const built = builtProcedure(analysis, site.node);
    if (!built) continue;
    const { chain, handler } = built;
    const { names, router } = placeOf(analysis, site.node);
    const marker = publicMarker(analysis, site.node, handler);
    facts.push({
      ...analysis.base(site.node),
      inRequestPath: 'present',
      span: nameSpan(analysis, site),
      scope: names.join('.'),
      kind: 'route',
      framework: site.role!.library,
      entry: 'rpc',
      methods: [step.method ?? built.method ?? (step.answers ? 'ALL' : callee.name.text.toUpperCase())],
      path: names.join('.'),
      ...(router !== undefined
        ? { registrar: router }
        : step.answers
          ? { registrar: `${site.role!.library}:${analysis.context.packageDir}` }
          : {}),
      order: site.node.end,
      chain,
      handler,
      ...(marker !== undefined ? { declaredPublic: marker } : {}),
    });
  }
  for (const site of analysis.sitesWith('note')) {
    if (!site.role?.note?.startsWith('router')) continue;
    const object = site.node.arguments?.[0];
    const registrar = analysis.resolver.entityOf(site.node);
    if (!object || registrar === undefined) continue;
    if (site.role.note === 'router-merge') {
      const mounts = (site.node.arguments ?? []).flatMap((argument) => analysis.resolver.entityOf(argument) ?? []);
      if (mounts.length > 0)
        facts.push({
          ...analysis.base(site.node),
          kind: 'mount',
          framework: site.role.library,
          registrar,
          order: site.node.end,
          prefix: '',
          chain: [],
          mounts,
          reach: 'before',
          alias: true,
        });
      continue;
    }
    if (!ts.isObjectLiteralExpression(object)) continue;
    for (const property of object.properties) {
      if (!property.name || !ts.isIdentifier(property.name)) continue;
      const value = ts.isPropertyAssignment(property)
        ? property.initializer
        : ts.isShorthandPropertyAssignment(property)
          ? property.name
          : undefined;
      const entity =
        value && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value))
          ? analysis.resolver.entityOf(value)
          : value && loadedEntity(analysis, value);
      if (entity === undefined) continue;
      facts.push({
        ...analysis.base(property),
        kind: 'mount',
        framework: site.role.library,
        registrar,
        order: site.node.end,
        prefix: property.name.text,
        chain: [],
        mounts: [entity],
        reach: 'before',
      });
    }
  }
  return facts;
}

/** The router of a module that is loaded when it is asked for: `lazy(() => import('./posts').then((m) => m.postRouter))`. */
function loadedEntity(analysis: FileAnalysis, value: ts.Expression): string | undefined {
  const call = bare(value);
  const load = ts.isCallExpression(call) && analysis.site(call)?.role?.loads ? call.arguments[0] : undefined;
  let specifier: string | undefined;
  let member: string | undefined;
  if (load)
    walk(load, (node) => {
      if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        specifier ??= constantString(node.arguments[0]);
      if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) member ??= node.name.text;
    });
  const target = specifier === undefined ? undefined : analysis.project.module(analysis.file, specifier);
  if (!target || !('file' in target)) return undefined;
  if (member !== undefined) return analysis.project.exportOf(target.file, member)?.entity;
  const entities = new Set(analysis.project.exportNames(target.file).map((name) => analysis.project.exportOf(target.file, name)?.entity));
  entities.delete(undefined);
  return entities.size === 1 ? [...entities][0] : undefined;
}

function nameSpan(analysis: FileAnalysis, site: CallSite): { start: number; end: number } {
  for (let node: ts.Node = site.node; node.parent; node = node.parent) {
    if (ts.isPropertyAssignment(node.parent) && node.parent.initializer === node) return analysis.span(node.parent.name);
    if (ts.isVariableDeclaration(node.parent)) return analysis.span(node.parent.name);
    if (ts.isStatement(node)) break;
  }
  return analysis.span(site.node);
}

/** Names under which a call's value is kept, outermost first, and the router among whose members it stands. */
export function placeOf(analysis: FileAnalysis, call: ts.Node): { names: string[]; router?: string } {
  const names: string[] = [];
  let router: string | undefined;
  for (let node: ts.Node = call; node.parent; node = node.parent) {
    const parent = node.parent;
    if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) names.unshift(parent.name.text);
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
      if (names.length === 0) names.unshift(parent.name.text);
      break;
    }
    // `exports.charge = …`
    if (
      ts.isBinaryExpression(parent) &&
      ts.isPropertyAccessExpression(parent.left) &&
      /^(module\.)?exports$/.test(parent.left.expression.getText(analysis.source))
    ) {
      if (names.length === 0) names.unshift(parent.left.name.text);
      break;
    }
    if (ts.isExportAssignment(parent) && names.length === 0) names.unshift('default');
    if (ts.isCallExpression(parent) && analysis.site(parent)?.role?.note?.startsWith('router'))
      router = analysis.resolver.entityOf(parent) ?? router;
    if (ts.isStatement(node)) break;
  }
  return { names, ...(router !== undefined ? { router } : {}) };
}
