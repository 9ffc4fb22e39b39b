import { ts } from 'ts-morph';
import type { BuilderFact, HandlerRef, MountFact, RouteFact } from '../../model/facts';
import { bare } from '../../syntax/nodes';
import type { CallSite, FileAnalysis } from '../analysis';
import { publicMarker } from '../publicIntent';

interface Chain {
  uses: HandlerRef[];
  inputs: HandlerRef[];
  base?: string;
}

/** Middleware and inputs along a builder chain, and the builder it starts from. */
function chainOf(analysis: FileAnalysis, expression: ts.Expression): Chain {
  const chain: Chain = { uses: [], inputs: [] };
  let current = bare(expression);
  while (ts.isCallExpression(current) && ts.isPropertyAccessExpression(current.expression)) {
    const step = analysis.site(current)?.role?.builder;
    if (!step) break;
    if (step.step === 'use') chain.uses.unshift(...current.arguments.flatMap((argument) => analysis.handlerRefs(argument)));
    if (step.step === 'input' && current.arguments[0]) chain.inputs.unshift({ name: 'input', span: analysis.span(current.arguments[0]), path: `${analysis.site(current)!.role!.library}#schema` });
    current = bare(current.expression.expression);
  }
  const base = ts.isIdentifier(current) || ts.isPropertyAccessExpression(current) ? analysis.resolver.entityOf(current) : undefined;
  if (base !== undefined) chain.base = base;
  return chain;
}

/** Named procedure builders: `const protectedProcedure = t.procedure.use(isAuthed)`. */
export function recogniseBuilders(analysis: FileAnalysis): BuilderFact[] {
  const facts: BuilderFact[] = [];
  const seen = new Set<ts.Node>();
  for (const site of analysis.sites) {
    if (!site.role?.builder || site.role.builder.step === 'end') continue;
    let outer: ts.Node = site.node;
    while (outer.parent && (ts.isPropertyAccessExpression(outer.parent) || (ts.isCallExpression(outer.parent) && outer.parent.expression === outer))) outer = outer.parent;
    const declaration = outer.parent;
    if (!declaration || !ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name) || seen.has(declaration)) continue;
    seen.add(declaration);
    const entity = analysis.resolver.entityOf(declaration.name);
    if (entity === undefined) continue;
    const chain = chainOf(analysis, declaration.initializer!);
    facts.push({ entity, ...(chain.base !== undefined && chain.base !== entity ? { base: chain.base } : {}), uses: chain.uses, inputs: chain.inputs.length, span: analysis.span(declaration) });
  }
  return facts;
}

/** What a builder chain that ends here runs, and what runs before it; undefined for anything else. */
export function builtProcedure(analysis: FileAnalysis, node: ts.Node): { chain: HandlerRef[]; handler: HandlerRef } | undefined {
  if (!ts.isCallExpression(node) || analysis.site(node)?.role?.builder?.step !== 'end' || !ts.isPropertyAccessExpression(node.expression)) return undefined;
  const handler = node.arguments[0] && analysis.handlerRefs(node.arguments[0])[0];
  if (!handler) return undefined;
  const receiver = node.expression.expression;
  const { base, uses, inputs } = chainOf(analysis, receiver);
  const start: HandlerRef[] = base === undefined ? [] : [{ name: receiver.getText(analysis.source).split(/[.(\s]/)[0]!, span: analysis.span(receiver), path: `builder:${base}` }];
  return { chain: [...start, ...uses, ...inputs], handler };
}

/** Procedures at the end of builder chains, named by where they stand in their routers. */
export function recogniseProcedures(analysis: FileAnalysis): (RouteFact | MountFact)[] {
  const facts: (RouteFact | MountFact)[] = [];
  for (const site of analysis.sites) {
    const step = site.role?.builder;
    // Actions are endpoints by the file they stand in.
    if (step?.step !== 'end' || step.method === 'ACTION') continue;
    const callee = bare(site.node.expression) as ts.PropertyAccessExpression;
    const built = builtProcedure(analysis, site.node);
    if (!built) continue;
    const { chain, handler } = built;
    const { names, router } = placeOf(analysis, site);
    const marker = publicMarker(analysis, site.node, handler);
    facts.push({
      ...analysis.base(site.node),
      inRequestPath: 'present',
      span: nameSpan(analysis, site),
      scope: names.join('.'),
      kind: 'route',
      framework: site.role!.library,
      entry: 'rpc',
      methods: [step.method ?? callee.name.text.toUpperCase()],
      path: names.join('.'),
      ...(router !== undefined ? { registrar: router } : {}),
      order: site.node.end,
      chain,
      handler,
      ...(marker !== undefined ? { declaredPublic: marker } : {}),
    });
  }
  for (const site of analysis.sites) {
    if (!site.role?.note?.startsWith('router')) continue;
    const object = site.node.arguments?.[0];
    const registrar = analysis.resolver.entityOf(site.node);
    if (!object || registrar === undefined) continue;
    if (site.role.note === 'router-merge') {
      const mounts = (site.node.arguments ?? []).flatMap((argument) => analysis.resolver.entityOf(argument) ?? []);
      if (mounts.length > 0) facts.push({ ...analysis.base(site.node), kind: 'mount', framework: site.role.library, registrar, order: site.node.end, prefix: '', chain: [], mounts, reach: 'before', alias: true });
      continue;
    }
    if (!ts.isObjectLiteralExpression(object)) continue;
    for (const property of object.properties) {
      if (!property.name || !ts.isIdentifier(property.name)) continue;
      const value = ts.isPropertyAssignment(property) ? property.initializer : ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
      const entity = value && (ts.isIdentifier(value) || ts.isPropertyAccessExpression(value)) ? analysis.resolver.entityOf(value) : undefined;
      if (entity === undefined) continue;
      facts.push({ ...analysis.base(property), kind: 'mount', framework: site.role.library, registrar, order: site.node.end, prefix: property.name.text, chain: [], mounts: [entity], reach: 'before' });
    }
  }
  return facts;
}

function nameSpan(analysis: FileAnalysis, site: CallSite): { start: number; end: number } {
  for (let node: ts.Node = site.node; node.parent; node = node.parent) {
    if (ts.isPropertyAssignment(node.parent) && node.parent.initializer === node) return analysis.span(node.parent.name);
    if (ts.isVariableDeclaration(node.parent)) return analysis.span(node.parent.name);
    if (ts.isStatement(node)) break;
  }
  return analysis.span(site.node);
}

function placeOf(analysis: FileAnalysis, site: CallSite): { names: string[]; router?: string } {
  const names: string[] = [];
  let router: string | undefined;
  for (let node: ts.Node = site.node; node.parent; node = node.parent) {
    const parent = node.parent;
    if (ts.isPropertyAssignment(parent) && ts.isIdentifier(parent.name)) names.unshift(parent.name.text);
    if (ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name)) {
      if (names.length === 0) names.unshift(parent.name.text);
      break;
    }
    if (ts.isCallExpression(parent) && analysis.site(parent)?.role?.note?.startsWith('router')) router = analysis.resolver.entityOf(parent) ?? router;
    if (ts.isStatement(node)) break;
  }
  return { names, ...(router !== undefined ? { router } : {}) };
}
