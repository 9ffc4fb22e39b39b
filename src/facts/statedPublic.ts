import { ts } from 'ts-morph';
import type { HandlerRef } from '../model/facts';
import type { FileAnalysis } from './analysis';
import { isOnlyMethod } from './publicIntent';

const marker = /(?:gap:\s*public|production-gap:\s*public)\s*(?:[—–:-]+\s*(.+?))?\s*(?:\*\/)?$/im;

const sentence =
  /^\W*public:\s|\b(public (endpoint|route|api|access)|no auth(entication)? (is )?(required|needed)|anyone can|unauthenticated (access|users?) (is |are )?allowed|accessible without (auth|login|logging in)|pre-?auth(entication)?|guest (access|checkout|users?)|(?:endpoint|ruta|acceso|rota|acesso) p[úu]blic[oa](?![a-zà-ú])|s(?:in|em) autentica(?:ci[óo]n|[çc][ãa]o)(?![a-zà-ú])|öffentliche[rs]? (?:endpunkt|route)|ohne (?:anmeldung|authentifizierung))(?![a-z])|@access\s+public\b/i;

/** A comment in front of a registration or handler that declares it open, with its reason. */
export function publicMarker(analysis: FileAnalysis, node: ts.Node, handler?: HandlerRef): string | undefined {
  const text = analysis.source.text;
  let statement: ts.Node = node;
  // A row of a table speaks for itself.
  while (
    !ts.isObjectLiteralExpression(node) &&
    !ts.isArrayLiteralExpression(node) &&
    statement.parent &&
    !ts.isBlock(statement.parent) &&
    !ts.isSourceFile(statement.parent) &&
    !ts.isModuleBlock(statement.parent)
  )
    statement = statement.parent;
  const starts = [statement.getFullStart()];
  // A file that is one endpoint may say so at its top.
  if (analysis.tables.fileRoutes.some((route) => route.shape === 'call' && route.pattern.test(analysis.innerPath))) starts.push(0);
  if (handler?.fn && handler.fn.file === analysis.file) {
    const fn = analysis.outline.byId.get(handler.fn.id)?.node;
    const body = fn?.body && ts.isBlock(fn.body) ? fn.body.statements[0] : undefined;
    if (body) starts.push(body.getFullStart());
    // Methods have their comments in front of them, not in front of the class.
    if (fn && (fn !== node || ts.isClassElement(fn))) starts.push(fn.getFullStart());
  }
  for (const start of starts) {
    for (const range of ts.getLeadingCommentRanges(text, start) ?? []) {
      const comment = text.slice(range.pos, range.end);
      const declared = marker.exec(comment);
      if (declared) return declared[1]?.trim() || 'declared public';
      const said = sentence.exec(comment);
      if (said) return `comment: ${said[0]}`;
    }
  }
  const own = handler?.fn && handler.fn.file === analysis.file ? analysis.outline.byId.get(handler.fn.id)?.node : undefined;
  const within = saidWithin(analysis, own);
  if (within !== undefined) return `comment: ${within}`;
  const section = sectionHead(analysis, own && ts.isClassElement(own) ? own : statement);
  if (section !== undefined) return `comment: ${section}`;
  const head =
    starts.includes(0) || !isOnlyMethod(analysis)
      ? undefined
      : (ts.getLeadingCommentRanges(text, 0) ?? [])
          .map((range) => headline.exec(text.slice(range.pos, range.end))?.[0])
          .find((said) => said !== undefined);
  return head === undefined ? undefined : `comment: ${head}`;
}

const ofEndpoint =
  /\bpublic,? (?:[\w-]+,? ){0,2}endpoint\b|\b(?:endpoint|route|api) is (?:meant to be )?(?:public|open to (?:anyone|everybody|everyone))\b/i;

const denied = /\b(?:not?|never|longer|cannot|todo|fixme|should|must|make)\b|n't\b/i;

/** What a comment between the steps of a handler says of the endpoint as a whole: `// The orders API is public (anonymous customers)`. */
function saidWithin(analysis: FileAnalysis, fn: ts.Node | undefined): string | undefined {
  const body = fn && 'body' in fn && fn.body && ts.isBlock(fn.body as ts.Node) ? (fn.body as ts.Block) : undefined;
  const { text } = analysis.source;
  if (!body || !ofEndpoint.test(text.slice(body.pos, body.end))) return undefined;
  for (const statement of body.statements.flatMap((one) => (ts.isTryStatement(one) ? [one, ...one.tryBlock.statements] : [one]))) {
    for (const range of ts.getLeadingCommentRanges(text, statement.getFullStart()) ?? []) {
      const comment = text.slice(range.pos, range.end);
      const said = ofEndpoint.exec(comment);
      if (said && !denied.test(comment.slice(0, said.index))) return said[0];
    }
  }
  return undefined;
}

/** What the head of a file with one endpoint says of it, as clearly as can be. */
const headline =
  /\bno auth(entication)? (is )?(required|needed)\b|\bpublic (endpoint|route)\b(?=[^.\n]*\bno auth)|\baccessible without (auth|login|logging in)\b/i;

/** What heads several endpoints and says that they are for everybody. */
const heads = /\bpublic (?:endpoints|routes)\b|(?<![a-zà-ú])(?:endpoints|rutas|rotas) p[úu]blic[oa]s(?![a-zà-ú])/i;

/** A line that parts sections of a file. */
const rule = /[=*#─━-]{6}/;

/**
 * The comment over the paragraph or the section that a registration or method stands in: the paragraph ends with a blank line, the section
 * with the next one that is set off by lines.
 */
function sectionHead(analysis: FileAnalysis, node: ts.Node): string | undefined {
  const { text } = analysis.source;
  // Asked for every endpoint: most files have no such comment.
  if (!analysis.mayHold(heads)) return undefined;
  const { parent } = node;
  const list: readonly ts.Node[] =
    parent && ts.isClassLike(parent)
      ? parent.members
      : parent && (ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isModuleBlock(parent))
        ? parent.statements
        : [];
  let isTogether = true;
  for (let index = list.findIndex((other) => other === node); index >= 0 && !ts.isImportDeclaration(list[index]!); index--) {
    const trivia = text.slice(list[index]!.getFullStart(), list[index]!.getStart(analysis.source));
    // What stands behind the statement before is about that one.
    const above = index === 0 ? trivia : trivia.slice(Math.max(trivia.indexOf('\n'), 0));
    const isSet = rule.test(above);
    if (isSet || isTogether) {
      const said = heads.exec(above)?.[0];
      if (said !== undefined || isSet) return said;
    }
    // A comment of its own, or a blank line, ends the paragraph upwards.
    if (/\/[/*]|\n[ \t]*\r?\n/.test(above)) isTogether = false;
  }
  return undefined;
}

const spellings = ['@access', '@Access', '@ACCESS'];
const access = /@(?:access|Access|ACCESS)\b[ \t:]*(\w+)/;

/** What a comment in front of a function, or of what it is written in, says of who may call it: `@access Private/Admin`. */
export function statedAccess(analysis: FileAnalysis, fn: ts.Node): 'public' | 'private' | undefined {
  // Asked of every handler: looking for a plain word is many times faster than a pattern that ignores case.
  if (!spellings.some((word) => analysis.source.text.includes(word))) return undefined;
  for (let node = fn; ; node = node.parent) {
    for (const range of ts.getLeadingCommentRanges(analysis.source.text, node.getFullStart()) ?? []) {
      const said = access.exec(analysis.source.text.slice(range.pos, range.end))?.[1]?.toLowerCase();
      if (said === 'public') return 'public';
      if (said !== undefined && /^(private|protected|admin|user|owner|auth\w*|member|staff|manager|superadmin|logged\w*)$/.test(said))
        return 'private';
    }
    if (!node.parent || ts.isStatement(node) || ts.isClassElement(node) || ts.isSourceFile(node.parent)) return undefined;
  }
}
