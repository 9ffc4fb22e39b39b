import { ts } from 'ts-morph';
import type { Fact, Presence, UploadFact } from '../../model/facts';
import type { UploadRole } from '../../model/library';
import { boundNames } from '../../syntax/flow';
import { bare, constantString, contains, hasSpread, isMemberName, propertyOf, walk } from '../../syntax/nodes';
import type { FunctionInfo } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { isBoundless } from '../boundless';
import { lastName } from '../guardConditions';

/** Files in which somebody may take in a file. */
const telling = /multer|formidable|busboy|fileupload|multipart|Interceptor|formData|FormData|parseBody|IncomingForm/;
/** Code that looks at what kind of file it was given. */
const looksAtType =
  /mime_?type|\bextname\b|file-?type|fromBuffer|allowed_?(types|ext|formats|mime)|accepted_?types|\.type\b|content_?type|\.endsWith\(|\bext(ension)?\b/i;
const looksAtSize = /\.size\b|byteLength|max_?(file_?)?size|truncated|\.length\s*>/i;
const listensForFiles = /\.on\(\s*['"`]file['"`]/;
/** Code that counts what comes in, or stops it. */
const countsBytes = /['"]limit['"]|\+=\s*\w*\.(length|byteLength)|max_?(bytes|size)|truncated/i;

/** Places that take in files: libraries that parse forms, and handlers that store what a form holds. */
export function recogniseUploads(analysis: FileAnalysis): Fact[] {
  if (analysis.context.side === 'client' || !analysis.mayHold(telling)) return [];
  const taken = analysis.sitesWith('upload').flatMap((site) => (analysis.isKnown(site.node) ? [] : (parserOf(analysis, site) ?? [])));
  return [...taken, ...analysis.outline.functions.flatMap((fn) => storedForm(analysis, fn) ?? [])];
}

function parserOf(analysis: FileAnalysis, site: CallSite): UploadFact | undefined {
  const role = site.role?.upload;
  if (!role) return undefined;
  const args = site.node.arguments ?? [];
  if (role.given !== undefined && (!args[0] || analysis.resolver.pathOf(args[0]) !== role.given)) return undefined;
  // Without a listener for files their parts are passed over.
  if (takesNoFiles(analysis, site) || (role.streams && role.given === undefined && !listensForFiles.test(analysis.source.text)))
    return undefined;
  const base = {
    ...analysis.base(site.node),
    kind: 'upload' as const,
    library: site.role!.library,
    label: analysis.label(site.node.expression, 40),
    ...(role.refuses ? { refuses: true as const } : {}),
  };
  const given = args[role.options];
  const options = given && analysis.resolver.deref(given);
  const size = sizeOf(analysis, options, role);
  const type: Presence =
    valueIn(analysis, options, role.type) !== undefined
      ? 'present'
      : looksAtType.test(analysis.source.text) || !isReadable(options)
        ? 'unknown'
        : 'absent';
  if (role.shared && size === 'absent')
    return { ...base, size: 'unknown', type, kept: 'memory', reason: 'a module may say how large files may be' };
  if (role.streams && size === 'absent' && countsBytes.test(analysis.source.text))
    return { ...base, size: 'unknown', type, kept: 'elsewhere', reason: 'the code may count what comes in' };
  return {
    ...base,
    size,
    type,
    kept: keptBy(analysis, options, role),
    ...(size === 'unknown' ? { reason: 'what it is told could not be read' } : {}),
  };
}

/** Is every option there to be read? */
function isReadable(options: ts.Expression | undefined): boolean {
  return options === undefined || (ts.isObjectLiteralExpression(options) && !hasSpread(options));
}

/** Value of an option, nested ones with dots; null where it may be there and cannot be read. */
function valueIn(analysis: FileAnalysis, options: ts.Expression | undefined, path: string | undefined): ts.Node | undefined | null {
  if (path === undefined || options === undefined) return undefined;
  let value: ts.Expression = options;
  for (const name of path.split('.')) {
    if (!ts.isObjectLiteralExpression(value)) return null;
    const member = propertyOf(value, name);
    if (!member) return hasSpread(value) ? null : undefined;
    if (ts.isMethodDeclaration(member)) return member;
    value = analysis.resolver.deref(member);
  }
  return value;
}

function sizeOf(analysis: FileAnalysis, options: ts.Expression | undefined, role: UploadRole): Presence {
  const value = valueIn(analysis, options, role.size);
  if (value === null) return 'unknown';
  if (value === undefined) return role.standard === 'limited' ? 'present' : 'absent';
  return ts.isExpression(value) && isBoundless(analysis, value) ? 'absent' : 'present';
}

function keptBy(analysis: FileAnalysis, options: ts.Expression | undefined, { disk, engine, streams }: UploadRole): UploadFact['kept'] {
  if (streams) return 'elsewhere';
  if (disk?.length === 0 || disk?.some((name) => valueIn(analysis, options, name) !== undefined)) return 'disk';
  const storage = valueIn(analysis, options, engine);
  if (storage === undefined) return 'memory';
  const text = storage?.getText() ?? '';
  return /memory/i.test(text) ? 'memory' : /disk/i.test(text) ? 'disk' : 'elsewhere';
}

/** `multer().none()` reads the fields of a form and refuses files. */
function takesNoFiles(analysis: FileAnalysis, { node }: CallSite): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name.text === 'none';
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name)) return false;
  const name = parent.name.text;
  const used = analysis.sites.flatMap(({ node: { expression } }) => {
    const callee = bare(expression);
    return ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) && callee.expression.text === name
      ? [callee.name.text]
      : [];
  });
  return used.length > 0 && used.every((method) => method === 'none');
}

/** A function that reads a form and stores a file of it, without a look at what it is. */
function storedForm(analysis: FileAnalysis, fn: FunctionInfo): UploadFact | undefined {
  const { body } = fn.node;
  if (!body || fn.calls.length === 0 || analysis.isKnown(fn.node)) return undefined;
  const { sites } = analysis.parts(fn);
  const form = sites.find(
    (site) =>
      /^(formData|parseBody|readFormData|readMultipartFormData)$/.test(lastName(bare(site.node.expression)) ?? '') && site.fn === fn,
  );
  const stored = form && sites.find((site) => site.role?.stores);
  if (!stored || !takesFile(body)) return undefined;
  const text = body.getText(analysis.source);
  // A helper that is handed the file may look at it.
  const isChecked = (pattern: RegExp): Presence =>
    pattern.test(text) ? 'present' : checksElsewhere(analysis, body, form!.node, sites) ? 'unknown' : 'absent';
  const size = isChecked(looksAtSize);
  const type = isChecked(looksAtType);
  const base = {
    ...analysis.base(stored.node),
    kind: 'upload' as const,
    library: '',
    label: analysis.label(stored.node.expression, 40),
    kept: 'elsewhere' as const,
  };
  if (stored.role!.stores === 'bucket' && (size === 'absent' || type === 'absent'))
    return {
      ...base,
      size: size === 'absent' ? 'unknown' : size,
      type: type === 'absent' ? 'unknown' : type,
      reason: 'the bucket may say what it takes',
    };
  return { ...base, size, type };
}

const fileField = /file|image|avatar|photo|logo|document|attachment|upload|video|audio|picture|media/i;

/** Is a member called like a file taken out of a form, or asked for its bytes? */
function takesFile(body: ts.Node): boolean {
  let found = false;
  walk(body, (node) => {
    if (ts.isPropertyAccessExpression(node) && /^(arrayBuffer|stream|bytes)$/.test(node.name.text)) found = true;
    if (
      ts.isStringLiteral(node) &&
      ts.isCallExpression(node.parent) &&
      /^(get|getAll)$/.test(lastName(bare(node.parent.expression)) ?? '') &&
      fileField.test(node.text)
    )
      found = true;
    return !found;
  });
  return found;
}

/** Is the file, or all of the form, handed to something that may look at it? What other fields are checked by says nothing of it. */
function checksElsewhere(analysis: FileAnalysis, body: ts.Node, form: ts.Node, sites: readonly CallSite[]): boolean {
  const checks = sites.filter(
    ({ node, role }) =>
      (!role || role.validates) &&
      /valid|check|assert|verify|parse(?!Int|Float|Body)|ensure|allowed|safeParse/i.test(analysis.label(node.expression, 60)),
  );
  if (checks.length === 0) return false;
  const names = new Set<string>();
  walk(body, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer && (contains(node.initializer, form) || holdsFile(node.initializer, names)))
      for (const name of boundNames(node.name)) names.add(name);
    return true;
  });
  return checks.some(({ node }) => contains(node, form) || holdsFile(node, names));
}

/** Is a form or a file of it in an expression, and not only another field: `form.get('title')`? */
function holdsFile(expression: ts.Node, names: ReadonlySet<string>): boolean {
  let found = false;
  walk(expression, (node) => {
    if (ts.isCallExpression(node) && /^(get|getAll)$/.test(lastName(bare(node.expression)) ?? '')) {
      const field = constantString(node.arguments[0]);
      if (field !== undefined && !fileField.test(field)) return false;
    }
    if (ts.isIdentifier(node) && names.has(node.text) && !isMemberName(node)) found = true;
    return !found;
  });
  return found;
}
