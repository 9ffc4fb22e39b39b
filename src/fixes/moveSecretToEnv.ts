import { ts } from 'ts-morph';
import type { SecretLiteral } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { Draft } from './edits';
import { firstBelow, nodeAt, outwards } from './nodes';

/**
 * Takes a credential out of the code: an environment variable stands in its place, and `.env.example` gets its name. The
 * value itself goes nowhere.
 */
export function moveSecretToEnv(fact: SecretLiteral): FixProposal {
  return {
    id: 'move-secret-to-env',
    kind: 'suggestion',
    title: 'Read this secret from the environment (and rotate it)',
    build: (source) => build(fact, source),
  };
}

function build(fact: SecretLiteral, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const place = nodeAt(draft.tree, fact.span);
  const isText = (node: ts.Node): node is ts.StringLiteral | ts.NoSubstitutionTemplateLiteral =>
    ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);
  // Of a template with holes only a part is secret, which has no name of its own.
  const literal = isText(place) ? place : ts.isTemplateExpression(place) ? undefined : firstBelow(place, isText);
  if (!literal || isSyntaxOnly(literal)) return undefined;
  const fallback = environmentBefore(literal, draft);
  const name = fallback?.name ?? environmentName(fact, literal, draft);
  if (fallback) draft.replace(fallback.node.getStart(draft.tree), fallback.node.end, assertPresent(draft.textOf(fallback.read), draft));
  else {
    const read = environmentRead(draft, name);
    if (!read) return undefined;
    replaceLiteral(draft, literal, read);
  }
  const example = exampleFile(source, name);
  return draft.finish(...(example ? [example] : []));
}

/** Places where only a literal may stand. */
function isSyntaxOnly(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isImportDeclaration(parent) ||
    ts.isExportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isEnumMember(parent) ||
    ts.isExternalModuleReference(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    ts.isTaggedTemplateExpression(parent)
  );
}

/** `process.env.KEY` of `process.env.KEY || 'literal'`. */
function environmentBefore(
  literal: ts.Expression,
  draft: Draft,
): { node: ts.BinaryExpression; read: ts.Expression; name: string } | undefined {
  const parent = literal.parent;
  if (!ts.isBinaryExpression(parent) || parent.right !== literal || !/^(\|\||\?\?)$/.test(parent.operatorToken.getText(draft.tree)))
    return undefined;
  const name = /^(?:process\.env|import\.meta\.env)\.(\w+)$|^(?:process\.env\[|Deno\.env\.get\(|Bun\.env\.)['"]?(\w+)/.exec(
    draft.textOf(parent.left),
  );
  return name ? { node: parent, read: parent.left, name: (name[1] ?? name[2])! } : undefined;
}

function assertPresent(read: string, draft: Draft): string {
  return draft.style.typescript ? `${read}!` : read;
}

/** How this file reads its environment. Undefined in code for the browser, where a variable is as public as a literal. */
function environmentRead(draft: Draft, name: string): string | undefined {
  const { text, source } = draft;
  if (/^\s*['"]use client['"]/.test(text) || /import\.meta\.env\.(VITE|PUBLIC|NEXT_PUBLIC)_/.test(text)) return undefined;
  const quote = draft.style.quote;
  if (/\bDeno\./.test(text) || /(^|\/)supabase\/functions\//.test(source.file))
    return assertPresent(`Deno.env.get(${quote}${name}${quote})`, draft);
  if (/\bprocess\.env\b/.test(text)) return assertPresent(`process.env.${name}`, draft);
  if (/\bimport\.meta\.env\b/.test(text)) return `import.meta.env.${name}`;
  if (/\bBun\.env\b/.test(text)) return assertPresent(`Bun.env.${name}`, draft);
  return assertPresent(`process.env.${name}`, draft);
}

function replaceLiteral(draft: Draft, literal: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral, read: string): void {
  const scheme = /^(Bearer|Basic|Token|Key|ApiKey)\s+/i.exec(literal.text)?.[0];
  const value = scheme ? `\`${scheme}\${${read.replace(/!$/, '')}}\`` : read;
  if (ts.isJsxAttribute(literal.parent)) return draft.replaceNode(literal, `{${value}}`);
  const isConst = ts.isAsExpression(literal.parent) && draft.textOf(literal.parent.type) === 'const';
  draft.replaceNode(isConst ? literal.parent : literal, value);
}

/** What the credential of a provider is usually called. */
const usualNames: readonly [RegExp, string][] = [
  [/^stripe.*webhook/, 'STRIPE_WEBHOOK_SECRET'],
  [/^stripe/, 'STRIPE_SECRET_KEY'],
  [/^supabase-access/, 'SUPABASE_ACCESS_TOKEN'],
  [/^supabase/, 'SUPABASE_SERVICE_ROLE_KEY'],
  [/^slack-webhook/, 'SLACK_WEBHOOK_URL'],
  [/^discord-webhook/, 'DISCORD_WEBHOOK_URL'],
  [/^google-oauth/, 'GOOGLE_CLIENT_SECRET'],
  [/^redis/, 'REDIS_URL'],
  [/^(postgres|mysql|mongo|database|connection)/, 'DATABASE_URL'],
  [/^(aws|amazon)/, 'AWS_ACCESS_KEY_ID'],
  [/^jwt/, 'JWT_SECRET'],
  [/^(private-?key|pem)/, 'PRIVATE_KEY'],
];

const credential = /KEY|SECRET|TOKEN|PASS|PWD|CREDENTIAL|_UR[LI]$|DSN|PEM|CERT|SALT/;
const vague =
  /^(|(API|ACCESS|SECRET|AUTH|PRIVATE)?_?(KEY|SECRET|TOKEN|PASSWORD|PASS|CREDENTIALS?)|APIKEY|AUTH|AUTHORIZATION|VALUE|URL|CONFIG|OPTIONS|DEFAULT|HEADERS)$/;

/** `stripeSecretKey` → `STRIPE_SECRET_KEY`; a name that says little gets the provider's in front. */
function environmentName(fact: SecretLiteral, literal: ts.Node, draft: Draft): string {
  const own = screaming(fact.name ?? nameAround(literal, draft) ?? '');
  const provider = screaming(fact.provider).replace(/_(API_KEY|SECRET_KEY|KEY|TOKEN|SECRET|URL|PASSWORD)$/, '');
  if (!vague.test(own) && credential.test(own)) return own;
  const kind = credential.test(own) ? own : /github|gitlab|slack|npm|discord|telegram/i.test(provider) ? 'TOKEN' : 'API_KEY';
  const usual = usualNames.find(([pattern]) => pattern.test(fact.provider))?.[1];
  if (usual) return usual;
  const generic = /^(GENERIC|PASSWORD|SECRET|TOKEN|KEY|HIGH_ENTROPY|UNKNOWN)?$/.test(provider);
  return `${generic ? (vague.test(own) ? 'APP' : own) : provider}_${generic && !credential.test(own) ? 'SECRET' : kind}`;
}

function screaming(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toUpperCase();
}

function nameAround(node: ts.Node, draft: Draft): string | undefined {
  for (const current of outwards(node.parent)) {
    if (
      ts.isVariableDeclaration(current) ||
      ts.isPropertyDeclaration(current) ||
      ts.isPropertyAssignment(current) ||
      ts.isParameter(current)
    )
      return draft.textOf(current.name).replace(/['"]/g, '');
    if (ts.isStatement(current)) return undefined;
  }
  return undefined;
}

/** An entry without a value in the example file nearest to the code, which is created where there is none. */
function exampleFile(source: FixSource, name: string): FileEdit | undefined {
  const { read } = source;
  if (!read) return undefined;
  const folders = source.file.split('/').slice(0, -1);
  let home = '';
  for (let depth = folders.length; depth >= 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    const prefix = folder ? `${folder}/` : '';
    for (const candidate of ['.env.example', '.env.sample', '.env.template']) {
      const text = read(prefix + candidate);
      if (text === undefined) continue;
      if (new RegExp(`^\\s*(export\\s+)?${name}\\s*=`, 'm').test(text)) return undefined;
      const newline = text.includes('\r\n') ? '\r\n' : '\n';
      const lead = text === '' || text.endsWith('\n') ? '' : newline;
      return { file: prefix + candidate, edits: [{ start: text.length, end: text.length, newText: `${lead}${name}=${newline}` }] };
    }
    if (home === '' && read(`${prefix}package.json`) !== undefined) home = prefix;
  }
  return { file: `${home}.env.example`, create: true, edits: [{ start: 0, end: 0, newText: `${name}=\n` }] };
}
