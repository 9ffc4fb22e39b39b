import { ts } from 'ts-morph';
import type { EnvCheck, EnvRead } from '../../model/facts';
import { bare, constantString, hasSpread, propertyOf, walk } from '../../syntax/nodes';
import { isFunctionNode } from '../../syntax/outline';
import type { CallSite, FileAnalysis } from '../analysis';
import { demandedIn } from './envSchemas';
import { isBrowserCode, isServerCode, readsServerSettings } from '../serverCode';

export const environment = /\benv\b|\bcreateEnv\b|\bcleanEnv\b|\bConfigModule\b|\bparseEnv\b|\benvsafe\b/;

/** What a host sets by itself, and what may well be missing. */
export const settled =
  /^(NODE_ENV|APP_ENV|CI|PORT|HOST|HOSTNAME|TZ|LANG|LC_\w+|HOME|PWD|PATH|USER|USERNAME|USERPROFILE|SHELL|TERM(_PROGRAM(_VERSION)?)?|COLORTERM|WT_SESSION|TMPDIR|TEMP|TMP|XDG_\w+|(LOCAL)?APPDATA|PROGRAMDATA|PROGRAMFILES|SYSTEMROOT|WINDIR|COMSPEC|(HTTPS?|NO|ALL)_PROXY|NO_COLOR|FORCE_COLOR|NODE_(OPTIONS|PATH|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)|DEBUG|LOG_LEVEL|VERCEL(_\w+)?|NETLIFY|RENDER(_\w+)?|RAILWAY_\w+|FLY_\w+|REPL_\w+|REPLIT_\w+|DYNO|K_SERVICE|AWS_(REGION|LAMBDA_\w+|EXECUTION_ENV)|NEXT_RUNTIME|NEXT_PHASE|npm_\w+|GITHUB_\w+|CF_\w+|DENO_\w+|GCLOUD_PROJECT|GCP_PROJECT|GOOGLE_CLOUD_PROJECT|FUNCTIONS_\w+|FIREBASE_CONFIG|FIRE\w+_EMULATOR_HOST|PUBSUB_EMULATOR_HOST)$/;

/** Settings that server code takes for granted, and code that looks at all of them when the application starts. */
export function recogniseEnvironment(analysis: FileAnalysis): (EnvRead | EnvCheck)[] {
  const { role, side } = analysis.context;
  if ((role !== 'source' && role !== 'config') || !analysis.mayHold(environment)) return [];
  const checks = checksIn(analysis);
  if (
    role !== 'source' ||
    side === 'client' ||
    isBrowserCode(analysis) ||
    !(isServerCode(analysis) || (side === 'unknown' && readsServerSettings(analysis)))
  )
    return checks;
  return [...checks, ...readsIn(analysis)];
}

function checksIn(analysis: FileAnalysis): EnvCheck[] {
  const found: EnvCheck[] = [];
  const add = (node: ts.Node, by: string, demands?: string[]): void => {
    found.push({ ...analysis.base(node), kind: 'envCheck', by, ...(demands ? { demands } : {}) });
  };
  for (const site of analysis.meaningful) {
    if (checksEnvironment(analysis, site)) add(site.node, shortName(analysis, site), demandedBy(analysis, site));
  }
  for (const node of analysis.outline.members) {
    // `for (const name of required) if (!process.env[name]) throw …`
    if (
      ts.isElementAccessExpression(node) &&
      constantString(node.argumentExpression) === undefined &&
      isEnvironment(analysis, node.expression) &&
      isTested(node) &&
      stops(node)
    )
      add(node, analysis.label(node, 50));
  }
  return found;
}

/**
 * Settings without which a schema fails: `z.object({ KEY: z.string() }).parse(process.env)`, `createEnv({ server: { KEY: z.string() } })`,
 * `forRoot({ validationSchema: Joi.object({ … }) })`. Undefined where it stands in another file.
 */
function demandedBy(analysis: FileAnalysis, { node, role }: CallSite): string[] | undefined {
  const callee = bare(node.expression);
  const handed = Array.isArray(role?.checksEnv) ? role.checksEnv : [];
  const given = handed.flatMap((option) => {
    const value = node.arguments?.[0] && propertyOf(analysis.resolver.deref(node.arguments[0]), option);
    return value && ts.isExpression(value) ? [value] : [];
  });
  const schema =
    role?.validates && ts.isPropertyAccessExpression(callee)
      ? analysis.resolver.deref(callee.expression)
      : given[0]
        ? analysis.resolver.deref(given[0])
        : node;
  const options =
    (ts.isCallExpression(schema) || ts.isNewExpression(schema)) && schema.arguments?.[0]
      ? analysis.resolver.deref(schema.arguments[0])
      : undefined;
  if (!options || !ts.isObjectLiteralExpression(options) || hasSpread(options)) return undefined;
  const objects = [options, propertyOf(options, 'server')].flatMap((each) =>
    each && ts.isExpression(each) ? [analysis.resolver.deref(each)] : [],
  );
  return objects.flatMap((object) => (ts.isObjectLiteralExpression(object) ? demandedIn(analysis, object) : []));
}

/** `schema.parse`; of a schema that is written out, only what is done with it. */
function shortName(analysis: FileAnalysis, { node }: CallSite): string {
  const name = analysis.label(node.expression, 200);
  return name.includes('(') && ts.isPropertyAccessExpression(node.expression) ? `${node.expression.name.text} of a schema` : name;
}

function checksEnvironment(analysis: FileAnalysis, { role, node }: CallSite): boolean {
  if (role?.checksEnv === true) return true;
  const args = node.arguments ?? [];
  if (role?.checksEnv)
    return role.checksEnv.some((option) => args[0] !== undefined && propertyOf(analysis.resolver.deref(args[0]), option) !== undefined);
  const checked = role?.validates && args[role.validates.arg];
  if (!checked) return false;
  const value = analysis.resolver.deref(checked);
  if (isEnvironment(analysis, value)) return true;
  // `schema.parse({ DATABASE_URL: process.env.DATABASE_URL, … })`
  return (
    ts.isObjectLiteralExpression(value) &&
    value.properties.some(
      (property) =>
        (ts.isPropertyAssignment(property) && settingOf(analysis, bare(property.initializer)) !== undefined) ||
        (ts.isSpreadAssignment(property) && isEnvironment(analysis, property.expression)),
    )
  );
}

function isEnvironment(analysis: FileAnalysis, node: ts.Expression): boolean {
  return /^global#env$/.test(analysis.resolver.pathOf(node) ?? '');
}

function isTested(node: ts.Node): boolean {
  for (let child = node, { parent } = node; parent; child = parent, parent = parent.parent) {
    if (ts.isIfStatement(parent)) return parent.expression === child;
    if (ts.isPrefixUnaryExpression(parent) || ts.isArrowFunction(parent)) return true;
    if (ts.isStatement(parent)) return false;
  }
  return false;
}

/** Does the code around it throw or end the process? */
function stops(node: ts.Node): boolean {
  let around: ts.Node = node;
  while (around.parent && !isFunctionNode(around.parent) && !ts.isSourceFile(around.parent)) around = around.parent;
  // A callback that filters what is missing is part of the function around it.
  const scope =
    around.parent && ts.isArrowFunction(around.parent) && ts.isCallExpression(around.parent.parent)
      ? outermost(around.parent)
      : (around.parent ?? around);
  let found = false;
  walk(scope, (inner) => {
    if (ts.isThrowStatement(inner) || (ts.isCallExpression(inner) && /^(process|Deno)\.exit$/.test(inner.expression.getText())))
      found = true;
    return !found;
  });
  return found;
}

function outermost(node: ts.Node): ts.Node {
  for (let current = node.parent; current; current = current.parent)
    if (ts.isSourceFile(current) || (isFunctionNode(current) && ts.isBlock(current.body ?? current))) return current;
  return node;
}

function readsIn(analysis: FileAnalysis): EnvRead[] {
  const found: EnvRead[] = [];
  const provided = analysis.tables.libraries.flatMap((library) => (library.setsEnv ? [library.setsEnv] : []));
  const look = (node: ts.Expression): void => {
    const name = settingOf(analysis, node);
    const how = name === undefined || settled.test(name) || provided.some((pattern) => pattern.test(name)) ? undefined : takenFor(node);
    if (how === 'emptied' && (!needed.test(name!) || about.test(name!))) return;
    if (how) found.push({ ...analysis.base(node), kind: 'envRead', name: name!, how, spelled: spellings(analysis, node, name!) });
  };
  for (const node of analysis.outline.members) look(node);
  for (const { node } of analysis.sites)
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) && node.expression.name.text === 'get') look(node);
  return found;
}

/** The environment itself: what a module of the project gives as `env` may well have been checked there. */
const direct = /^\(?(process|import\.meta|Bun|globalThis\.process)\??\.env\b/;
/** Settings without which something fails; of others, an empty text may be meant. */
const needed = /SECRET|KEY|TOKEN|PASSWORD|DATABASE_URL|DSN|CREDENTIAL/;
/** What is said about a key or a token, and is none: `ALLOWED_TOKEN_DOMAINS`, `TOKEN_TTL`. */
const about = /ALLOWED|_(DOMAINS?|HOSTS?|ORIGINS?|EXPIR\w*|TTL|LIFETIME|MAX_AGE|NAME|HEADER|PREFIX|ISSUER|AUDIENCE)$/;

/** Name of the setting that an expression reads. */
export function settingOf(analysis: FileAnalysis, node: ts.Expression): string | undefined {
  if (ts.isCallExpression(node))
    return ts.isPropertyAccessExpression(node.expression) && /^Deno\.env$/.test(node.expression.expression.getText(analysis.source))
      ? constantString(node.arguments[0])
      : undefined;
  const name = ts.isPropertyAccessExpression(node)
    ? node.name.text
    : ts.isElementAccessExpression(node)
      ? constantString(node.argumentExpression)
      : undefined;
  return name !== undefined &&
    /^[A-Z][A-Z0-9_]*$/.test(name) &&
    direct.test((node as ts.PropertyAccessExpression).expression.getText(analysis.source))
    ? name
    : undefined;
}

/** Is it used as if it were there, without a word to whoever forgot it? */
function takenFor(node: ts.Expression): EnvRead['how'] | undefined {
  let current: ts.Node = node;
  while (ts.isParenthesizedExpression(current.parent)) current = current.parent;
  const { parent } = current;
  if (ts.isNonNullExpression(parent)) return 'asserted';
  if (ts.isAsExpression(parent) && parent.type.kind === ts.SyntaxKind.StringKeyword) return 'asserted';
  if (!ts.isBinaryExpression(parent) || parent.left !== current) return undefined;
  const operator = parent.operatorToken.kind;
  return (operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken) && constantString(parent.right) === ''
    ? 'emptied'
    : undefined;
}

/** How the file can speak of the setting: by name, and by the variable or member that it is kept in. */
function spellings(analysis: FileAnalysis, node: ts.Expression, name: string): string[] {
  const names = [`env\\.${name}`, `env\\[['"]${name}['"]\\]`, `env\\.get\\(['"]${name}['"]\\)`];
  for (let parent = node.parent; parent && !ts.isStatement(parent); parent = parent.parent) {
    const holder = ts.isVariableDeclaration(parent)
      ? parent.name
      : ts.isPropertyDeclaration(parent)
        ? parent.name
        : ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
          ? parent.left
          : undefined;
    if (holder && (ts.isIdentifier(holder) || ts.isPropertyAccessExpression(holder)))
      names.push(
        `(?<![\\w$.])${ts.isPropertyDeclaration(parent) ? 'this\\.' : ''}${holder.getText(analysis.source).replace(/[$.]/g, '\\$&')}`,
      );
  }
  return names;
}
