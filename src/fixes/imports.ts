import { ts } from 'ts-morph';
import type { ProjectSymbol } from '../model/rule';
import { allBelow, bindings } from './nodes';
import type { Draft } from './edits';
import { insertElement } from './expressions';
import { braced, lineEnd, quoted, quotedModule } from './style';

/** Something to import under its own name. */
export interface Import {
  name: string;
  module: string;
  isDefault?: boolean;
  typeOnly?: boolean;
  /** The name is free where it counts: only functions inside use it for something else. */
  isFree?: boolean;
}

/** Makes something of the project available in the file; returns the local name. */
export function importSymbol(draft: Draft, symbol: ProjectSymbol, isFree = false): string {
  if ('package' in symbol.from)
    return addImport(draft, { name: symbol.name, module: symbol.from.package, isDefault: symbol.isDefault, isFree });
  if (symbol.from.file === draft.source.file) return symbol.name;
  return addImport(draft, {
    name: symbol.name,
    module: draft.source.idioms.importPath(symbol.from.file),
    isDefault: symbol.isDefault,
    isFree,
  });
}

/**
 * Adds an import in the file's own style, merged into an existing one of the same module where that is possible. Returns
 * the local name, which differs from the wanted one if the file imports it under an alias or uses the name for something else.
 */
export function addImport(draft: Draft, wanted: Import): string {
  const key = `${bare(wanted.module)}#${wanted.isDefault ? 'default' : wanted.name}`;
  const present = findImport(draft, wanted) ?? draft.imported.get(key);
  if (present) return present;
  const local = wanted.isFree ? wanted.name : nameInFile(draft, wanted.name);
  draft.imported.set(key, local);
  if (draft.style.modules === 'cjs' && !wanted.typeOnly) addRequire(draft, wanted, local);
  else addEsmImport(draft, wanted, local);
  return local;
}

function nameInFile(draft: Draft, name: string): string {
  const taken = new Set(
    allBelow(draft.tree, ts.isIdentifier)
      .filter((identifier) => !isMember(identifier))
      .map((identifier) => identifier.text),
  );
  if (!taken.has(name)) return name;
  // A use without a declaration is the missing import itself.
  if (!allBelow(draft.tree, ts.isIdentifier).some((identifier) => identifier.text === name && isDeclared(identifier))) return name;
  for (const candidate of [`${name}Import`, `${name}Import2`]) if (!taken.has(candidate)) return candidate;
  return `${name}Import3`;
}

function isMember(identifier: ts.Identifier): boolean {
  const parent = identifier.parent;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === identifier) || (ts.isPropertyAssignment(parent) && parent.name === identifier)
  );
}

function isDeclared(identifier: ts.Identifier): boolean {
  const parent = identifier.parent as { name?: ts.Node };
  return parent.name === identifier && !ts.isPropertyAccessExpression(identifier.parent) && !ts.isPropertyAssignment(identifier.parent);
}

function bare(module: string): string {
  return module
    .replace(/^node:/, '')
    .replace(/\.[cm]?[jt]sx?$/, '')
    .replace(/\/index$/, '');
}

/** Two specifiers mean the same file: equal, or a relative path and an alias that end in the same file name. */
function isSameModule(present: string, wanted: string): boolean {
  if (bare(present) === bare(wanted)) return true;
  const isFile = (module: string): boolean => /^(\.|@\/|~\/|#|src\/)/.test(module);
  return isFile(present) && isFile(wanted) && bare(present).split('/').pop() === bare(wanted).split('/').pop();
}

function importsOf(tree: ts.SourceFile): (ts.ImportDeclaration & { moduleSpecifier: ts.StringLiteral })[] {
  return tree.statements.filter(
    (s): s is ts.ImportDeclaration & { moduleSpecifier: ts.StringLiteral } =>
      ts.isImportDeclaration(s) && ts.isStringLiteral(s.moduleSpecifier),
  );
}

interface Require {
  module: string;
  declaration: ts.VariableDeclaration;
  statement: ts.VariableStatement;
}

function requiresOf(tree: ts.SourceFile): Require[] {
  const found: Require[] = [];
  for (const statement of tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    for (const declaration of statement.declarationList.declarations) {
      const call =
        declaration.initializer &&
        allBelow(declaration.initializer, ts.isCallExpression, false).find(
          (c) => ts.isIdentifier(c.expression) && c.expression.text === 'require',
        );
      const argument = call?.arguments[0];
      if (argument && ts.isStringLiteral(argument)) found.push({ module: argument.text, declaration, statement });
    }
  }
  return found;
}

/** The local name under which the file already imports something. */
export function findImport(draft: { tree: ts.SourceFile }, wanted: Import): string | undefined {
  for (const statement of importsOf(draft.tree)) {
    const clause = statement.importClause;
    if (!clause || (clause.isTypeOnly && !wanted.typeOnly)) continue;
    const same = bare(statement.moduleSpecifier.text) === bare(wanted.module);
    if (!same && !isSameModule(statement.moduleSpecifier.text, wanted.module)) continue;
    if (wanted.isDefault && clause.name && (same || clause.name.text === wanted.name)) return clause.name.text;
    if (!clause.namedBindings || !ts.isNamedImports(clause.namedBindings)) continue;
    for (const specifier of clause.namedBindings.elements) {
      if (specifier.isTypeOnly && !wanted.typeOnly) continue;
      if ((specifier.propertyName ?? specifier.name).text === (wanted.isDefault ? 'default' : wanted.name)) return specifier.name.text;
    }
  }
  for (const { module, declaration } of requiresOf(draft.tree)) {
    if (!isSameModule(module, wanted.module)) continue;
    if (ts.isIdentifier(declaration.name) && wanted.isDefault) return declaration.name.text;
    if (!ts.isObjectBindingPattern(declaration.name)) continue;
    for (const element of declaration.name.elements) {
      const imported = element.propertyName ?? element.name;
      if (ts.isIdentifier(imported) && imported.text === wanted.name && ts.isIdentifier(element.name)) return element.name.text;
    }
  }
  return undefined;
}

function addEsmImport(draft: Draft, wanted: Import, local: string): void {
  const candidates = importsOf(draft.tree).filter((statement) => bare(statement.moduleSpecifier.text) === bare(wanted.module));
  const specifier = wanted.isDefault ? local : local === wanted.name ? wanted.name : `${wanted.name} as ${local}`;
  if (!wanted.isDefault) {
    for (const statement of candidates) {
      const clause = statement.importClause;
      const named = clause?.namedBindings;
      if (!clause || (named && !ts.isNamedImports(named))) continue;
      if (clause.isTypeOnly && !wanted.typeOnly) continue;
      if (named) {
        const prefix = wanted.typeOnly && !clause.isTypeOnly && named.elements.some((element) => element.isTypeOnly) ? 'type ' : '';
        if (named.elements.length === 0) draft.replaceNode(named, braced(prefix + specifier, draft.style));
        else insertElement(draft, named.elements, named.elements.length, prefix + specifier, named.end - 1);
        return;
      }
      if (clause.name && !clause.isTypeOnly) {
        draft.insert(clause.name.end, `, ${braced((wanted.typeOnly ? 'type ' : '') + specifier, draft.style)}`);
        return;
      }
    }
  } else {
    const free = candidates.find(
      (s) =>
        s.importClause &&
        !s.importClause.isTypeOnly &&
        !s.importClause.name &&
        s.importClause.namedBindings &&
        ts.isNamedImports(s.importClause.namedBindings),
    );
    if (free) return draft.insert(free.importClause!.getStart(draft.tree), `${local}, `);
  }
  addLine(draft, wanted, specifier, (fallback, names) => {
    const what = [...(fallback ? [fallback] : []), ...(names.length > 0 ? [braced(names.join(', '), draft.style)] : [])].join(', ');
    return `import ${wanted.typeOnly ? 'type ' : ''}${what} from ${quotedModule(wanted.module, draft.tree, draft.style)}${draft.style.semicolons ? ';' : ''}`;
  });
}

const lines = new WeakMap<Draft, Map<string, { fallback?: string; names: string[] }>>();

/** A line of its own for a module, shared by everything that the draft imports from it. */
function addLine(
  draft: Draft,
  wanted: Import,
  specifier: string,
  write: (fallback: string | undefined, names: readonly string[]) => string,
): void {
  const ofDraft = lines.get(draft) ?? new Map<string, { fallback?: string; names: string[] }>();
  lines.set(draft, ofDraft);
  const key = `${wanted.module} ${wanted.typeOnly ?? false} ${draft.style.modules === 'cjs' && wanted.isDefault ? 'default' : ''}`;
  const line = ofDraft.get(key) ?? { names: [] };
  if (!ofDraft.has(key)) draft.defer(() => insertTopLine(draft, write(line.fallback, line.names)));
  ofDraft.set(key, line);
  if (wanted.isDefault) line.fallback = specifier;
  else line.names.push(specifier);
}

function addRequire(draft: Draft, wanted: Import, local: string): void {
  if (!wanted.isDefault) {
    const same = requiresOf(draft.tree).find(
      (r) => bare(r.module) === bare(wanted.module) && ts.isObjectBindingPattern(r.declaration.name),
    );
    const pattern = same?.declaration.name;
    if (pattern && ts.isObjectBindingPattern(pattern) && pattern.elements.length > 0) {
      return insertElement(
        draft,
        pattern.elements,
        pattern.elements.length,
        local === wanted.name ? local : `${wanted.name}: ${local}`,
        pattern.end - 1,
      );
    }
  }
  addLine(draft, wanted, wanted.isDefault || local === wanted.name ? local : `${wanted.name}: ${local}`, (fallback, names) => {
    return `const ${fallback ?? braced(names.join(', '), draft.style)} = require(${quoted(wanted.module, draft.style)})${draft.style.semicolons ? ';' : ''}`;
  });
}

/** Puts a line behind the last import; without imports behind shebang, directives and the comment at the head of the file. */
function insertTopLine(draft: Draft, line: string): void {
  const imports = draft.tree.statements.filter((statement) => ts.isImportDeclaration(statement) || ts.isImportEqualsDeclaration(statement));
  // Imports in the middle of a file (below code that must run first) do not count.
  const lead: ts.Statement[] = [];
  for (const statement of draft.tree.statements) {
    if (!imports.includes(statement as ts.ImportDeclaration) && !isDirective(statement)) break;
    lead.push(statement);
  }
  const requires = requiresOf(draft.tree).map((r) => r.statement);
  const cjs = draft.style.modules === 'cjs' ? requires[requires.length - 1] : undefined;
  const last = cjs ?? lead[lead.length - 1] ?? imports[0];
  if (last) {
    const blank = isDirective(last) ? '\n' : '';
    const end = lineEnd(draft.text, last.end);
    return draft.insert(end, `\n${blank}${line}`);
  }
  const at = headEnd(draft);
  const rest = draft.text.slice(at);
  draft.insert(at, `${line}\n${rest.trim() === '' || /^\r?\n/.test(rest) ? '' : '\n'}`);
}

/** Offset behind the shebang and the comments at the head of a file that do not belong to its first statement. */
function headEnd(draft: Draft): number {
  const first = draft.tree.statements[0];
  const start = first ? first.getStart(draft.tree) : draft.text.length;
  let at = ts.getShebang(draft.text)?.length ?? 0;
  if (at > 0) at = Math.min(draft.text.length, lineEnd(draft.text, at) + draft.style.newline.length);
  for (const comment of ts.getLeadingCommentRanges(draft.text, at) ?? []) {
    const text = draft.text.slice(comment.pos, comment.end);
    const next = draft.text.slice(comment.end, start);
    const pragma = /^\/[/*]+\s*(@ts-|eslint|<reference|@jsx|prettier|biome|deno-lint)/.test(text);
    if (pragma || /^[ \t]*\r?\n[ \t]*\r?\n/.test(next))
      at = Math.min(draft.text.length, lineEnd(draft.text, comment.end) + draft.style.newline.length);
  }
  return at;
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

/** Packages and files that the file imports, as written. */
export function importedModules(tree: ts.SourceFile): string[] {
  return [...importsOf(tree).map((statement) => statement.moduleSpecifier.text), ...requiresOf(tree).map((r) => r.module)];
}

/** The module that a local name is imported from, as written. */
export function moduleOf(local: string, tree: ts.SourceFile): string | undefined {
  for (const statement of importsOf(tree)) {
    const clause = statement.importClause;
    const named = clause?.namedBindings;
    if (clause?.name?.text === local || (named && ts.isNamespaceImport(named) && named.name.text === local))
      return statement.moduleSpecifier.text;
    if (named && ts.isNamedImports(named) && named.elements.some((element) => element.name.text === local))
      return statement.moduleSpecifier.text;
  }
  return requiresOf(tree).find(({ declaration }) => bindings(declaration.name).some((identifier) => identifier.text === local))?.module;
}

/** What a local name is imported as: `next/navigation#redirect`. */
export function importedAs(local: string, tree: ts.SourceFile): string | undefined {
  for (const statement of importsOf(tree)) {
    const named = statement.importClause?.namedBindings;
    const element = named && ts.isNamedImports(named) ? named.elements.find(({ name }) => name.text === local) : undefined;
    if (element) return `${statement.moduleSpecifier.text}#${(element.propertyName ?? element.name).text}`;
  }
  return undefined;
}

/** Replaces an imported name by another of the same module, when nothing else in the file uses it. */
export function swapImport(draft: Draft, local: string, wanted: Import): boolean {
  const uses = allBelow(draft.tree, ts.isIdentifier).filter((identifier) => identifier.text === local && !isMember(identifier));
  for (const statement of importsOf(draft.tree)) {
    const named = statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named) || !isSameModule(statement.moduleSpecifier.text, wanted.module)) continue;
    const specifier = named.elements.find((element) => element.name.text === local);
    if (!specifier || uses.length > 2) continue;
    draft.replaceNode(specifier, wanted.name);
    return true;
  }
  return false;
}
