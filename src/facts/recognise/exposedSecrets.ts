import { ts } from 'ts-morph';
import type { ExposedSecret } from '../../model/configuration';
import type { Fact } from '../../model/facts';
import { bare, propertyOf, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';
import { exposedBy, isServerOnly } from '../exposedNames';
import { isBrowserCode } from '../serverCode';

/** Settings for servers that code reads under names that make them public, that tools are told to write into it, or that a client in a browser is made with. */
export function recogniseExposedSecrets(analysis: FileAnalysis): Fact[] {
  const { role } = analysis.context;
  if (role === 'config') return inOptions(analysis);
  if ((role !== 'source' && role !== 'client') || !analysis.tables.exposing.test(analysis.text)) return [];
  const facts: ExposedSecret[] = [];
  walk(analysis.source, (node) => {
    if (analysis.isKnown(node)) return;
    const name = entryRead(node);
    if (name === undefined) return;
    const prefix = exposedBy(analysis.tables, analysis.context.dependencies, name);
    if (prefix !== undefined && isServerOnly(name.slice(prefix.length)))
      facts.push({ ...analysis.base(node), kind: 'exposedSecret', name, by: 'prefix', label: prefix, runsIn: sideOf(analysis) });
  });
  return [...facts, ...ofClients(analysis, facts)];
}

function sideOf(analysis: FileAnalysis): ExposedSecret['runsIn'] {
  if (isBrowserCode(analysis)) return 'browser';
  return analysis.context.side === 'server' || analysis.entries.size > 0 ? 'server' : 'unknown';
}

/** Name of the entry of the environment that a node reads: `process.env.X`, `import.meta.env['X']`, `const { X } = process.env`, `import { X } from '$env/static/public'`. */
function entryRead(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node)) return isEnvironment(node.expression) ? node.name.text : undefined;
  if (ts.isElementAccessExpression(node))
    return isEnvironment(node.expression) && ts.isStringLiteralLike(node.argumentExpression) ? node.argumentExpression.text : undefined;
  if (ts.isBindingElement(node)) {
    const declaration = node.parent.parent;
    const key = node.propertyName ?? node.name;
    return ts.isVariableDeclaration(declaration) &&
      declaration.initializer &&
      isEnvironment(declaration.initializer) &&
      ts.isIdentifier(key)
      ? key.text
      : undefined;
  }
  if (!ts.isImportSpecifier(node)) return undefined;
  const from = node.parent.parent.parent.moduleSpecifier;
  return ts.isStringLiteral(from) && from.text.endsWith('/public') && from.text.startsWith('$env/')
    ? (node.propertyName ?? node.name).text
    : undefined;
}

function isEnvironment(node: ts.Expression): boolean {
  const value = bare(node);
  if (!ts.isPropertyAccessExpression(value) || value.name.text !== 'env') return false;
  const owner = bare(value.expression);
  return (ts.isIdentifier(owner) && owner.text === 'process') || ts.isMetaProperty(owner);
}

/** Clients of services that were told to run in browsers, with a key that does not come from whoever sits there. */
function ofClients(analysis: FileAnalysis, known: readonly ExposedSecret[]): ExposedSecret[] {
  return analysis.sitesWith('allowsBrowser').flatMap((site): ExposedSecret[] => {
    const allows = site.role?.allowsBrowser;
    const options = allows && site.node.arguments?.[allows.arg];
    if (!allows || !options || sideOf(analysis) === 'server') return [];
    const given = analysis.resolver.deref(options);
    const isOn = propertyOf(given, allows.option);
    const credential = propertyOf(given, allows.credential);
    if (!isOn || ts.isMethodDeclaration(isOn) || isOn.kind !== ts.SyntaxKind.TrueKeyword) return [];
    const value = credential && !ts.isMethodDeclaration(credential) ? bare(analysis.resolver.deref(credential)) : undefined;
    // A key that was typed in is that person's own.
    if (!value || !/\benv\b/.test(value.getText(analysis.source))) return [];
    if (known.some(({ span }) => span.start >= value.getStart(analysis.source) && span.end <= value.end)) return [];
    return [
      {
        ...analysis.base(isOn.parent),
        kind: 'exposedSecret',
        name: analysis.label(site.node.expression),
        by: 'client',
        label: allows.option,
        runsIn: sideOf(analysis),
      },
    ];
  });
}

/** Options of tools whose values end up in what browsers download. */
function inOptions(analysis: FileAnalysis): ExposedSecret[] {
  const { packageDir, file } = analysis.context;
  const inner = packageDir === '' ? file : file.slice(packageDir.length + 1);
  const options = analysis.tables.exposingOptions.filter(
    ({ files, option }) => files.test(inner) && analysis.text.includes(option.split('.').at(-1)!),
  );
  if (options.length === 0) return [];
  const facts: ExposedSecret[] = [];
  walk(analysis.source, (node) => {
    if (!ts.isPropertyAssignment(node) || analysis.isKnown(node)) return;
    const names = namesAround(node);
    const option = options.find(
      ({ option: path }) => names.slice(0, -1).join('.') === path || names.slice(0, -1).join('.').endsWith(`.${path}`),
    );
    if (!option) return;
    const isAll = holdsEnvironment(analysis, node.initializer);
    const entry = isAll
      ? 'all settings of the environment'
      : [...node.initializer.getText(analysis.source).matchAll(/\benv(?:\.|\[['"])(\w+)/g)]
          .map(([, name]) => name!)
          .find((name) => isServerOnly(name));
    if (entry !== undefined)
      facts.push({
        ...analysis.base(node),
        kind: 'exposedSecret',
        name: entry,
        by: 'option',
        label: option.option,
        runsIn: option.always ? 'browser' : 'unknown',
      });
  });
  return facts;
}

/** All settings that the build was given, in an object or as text. */
function holdsEnvironment(analysis: FileAnalysis, expression: ts.Expression): boolean {
  const value = bare(expression);
  if (ts.isIdentifier(value)) {
    const behind = analysis.resolver.deref(value);
    return behind !== value && holdsEnvironment(analysis, behind);
  }
  if (isEnvironment(value)) return !value.getText(analysis.source).startsWith('import.meta');
  if (ts.isObjectLiteralExpression(value))
    return value.properties.some((property) => ts.isSpreadAssignment(property) && holdsEnvironment(analysis, property.expression));
  if (!ts.isCallExpression(value)) return false;
  if (analysis.resolver.pathOf(value.expression) === 'global#JSON.stringify')
    return value.arguments[0] !== undefined && holdsEnvironment(analysis, value.arguments[0]);
  return analysis.resolver.pathOf(value) === 'global#env';
}

/** Names of the properties around a property and its own, outermost first. */
function namesAround(property: ts.PropertyAssignment): string[] {
  const names: string[] = [];
  for (let node: ts.Node = property; ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent); node = node.parent.parent)
    names.unshift(node.name.getText().replace(/^['"]|['"]$/g, ''));
  return names;
}
