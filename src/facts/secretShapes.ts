/** A credential by its shape. */
export interface SecretShape {
  provider: string;
  sandbox: boolean;
  /** What it opens is made up, or gone: nobody is harmed. */
  inert?: true;
}

interface Shape {
  provider: string;
  /** With the part that must not be a placeholder in the first group. */
  pattern: RegExp;
  sandbox?: RegExp;
  /** Its sandbox holds nothing but made-up data. */
  inert?: true;
}

const shapes: readonly Shape[] = [
  { provider: 'stripe', pattern: /\b[sr]k_(?:live|test)_([A-Za-z0-9]{16,})/, sandbox: /_test_/ },
  { provider: 'stripe-webhook', pattern: /\bwhsec_([A-Za-z0-9+/=]{24,})/ },
  { provider: 'anthropic', pattern: /\bsk-ant-(?:api|admin)\d\d-([\w-]{20,})/ },
  { provider: 'openai', pattern: /\bsk-(?:proj|svcacct|admin)-([\w-]{20,})/ },
  { provider: 'openai', pattern: /\bsk-([A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})\b/ },
  { provider: 'openrouter', pattern: /\bsk-or-v1-([a-f0-9]{40,})/ },
  { provider: 'aws-access-key', pattern: /\b(?:AKIA|ASIA)([A-Z2-7]{16})\b/ },
  { provider: 'github', pattern: /\b(?:gh[pousr]_([A-Za-z0-9]{36,})|github_pat_([A-Za-z0-9_]{50,}))/ },
  { provider: 'gitlab', pattern: /\bglpat-([\w-]{20,})/ },
  { provider: 'slack', pattern: /\bxox[abprs]-(\d{8,}-[\w-]{14,})/ },
  { provider: 'slack-webhook', pattern: /\bhooks\.slack\.com\/services\/(T[A-Z0-9]{6,}\/B[A-Z0-9]{6,}\/[A-Za-z0-9]{16,})/ },
  { provider: 'discord-webhook', pattern: /\bdiscord(?:app)?\.com\/api\/webhooks\/\d{16,}\/([\w-]{40,})/ },
  { provider: 'sendgrid', pattern: /\bSG\.([\w-]{18,}\.[\w-]{30,})/ },
  { provider: 'resend', pattern: /\bre_([A-Za-z0-9]{6,}_[A-Za-z0-9]{18,})\b/ },
  { provider: 'twilio', pattern: /\bSK([a-f0-9]{32})\b/ },
  { provider: 'mailgun', pattern: /\bkey-([a-f0-9]{32})\b/ },
  { provider: 'mailchimp', pattern: /\b([a-f0-9]{32}-us\d{1,2})\b/ },
  { provider: 'npm', pattern: /\bnpm_([A-Za-z0-9]{36})\b/ },
  { provider: 'supabase', pattern: /\bsb_secret_([\w-]{20,})/ },
  { provider: 'supabase-access-token', pattern: /\bsbp_([a-f0-9]{40})\b/ },
  { provider: 'vercel', pattern: /\bvercel_blob_rw_([A-Za-z0-9_]{20,})/ },
  { provider: 'telegram', pattern: /\b\d{8,10}:(AA[\w-]{33})\b/ },
  { provider: 'huggingface', pattern: /\bhf_([A-Za-z0-9]{34})\b/ },
  { provider: 'groq', pattern: /\bgsk_([A-Za-z0-9]{48,})\b/ },
  { provider: 'replicate', pattern: /\br8_([A-Za-z0-9]{37})\b/ },
  { provider: 'shopify', pattern: /\bshp(?:at|ca|pa|ss)_([a-fA-F0-9]{32})\b/ },
  { provider: 'square', pattern: /\b(?:sq0csp-|EAAA)([\w-]{40,})/ },
  { provider: 'google-oauth-secret', pattern: /\bGOCSPX-([\w-]{24,})/ },
  { provider: 'linear', pattern: /\blin_api_([A-Za-z0-9]{36,})/ },
  // https://plaid.com/docs/quickstart/glossary/: type, environment and a UUID; the environment called development is no more.
  {
    provider: 'plaid',
    pattern: /\baccess-(?:sandbox|development|production)-([\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12})\b/,
    sandbox: /-(?:sandbox|development)-/,
    inert: true,
  },
  { provider: 'notion', pattern: /\b(?:secret_|ntn_)([A-Za-z0-9]{40,})\b/ },
  { provider: 'private-key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----\s*(?:\\n)?\s*([A-Za-z0-9+/=\\\s]{60,})/ },
];

/** Beginnings that some shape has, to leave most texts alone at once. */
const hint =
  /[sr]k_(?:live|test)_|whsec_|sk-|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abprs]-|hooks\.slack|\/api\/webhooks\/|SG\.|\bre_|\bSK[a-f0-9]|key-|-us\d|npm_|sb_secret_|sbp_|vercel_blob_|:AA|hf_|gsk_|r8_|shp|sq0csp|EAAA|GOCSPX|lin_api_|access-[sdp]|secret_|ntn_|PRIVATE KEY|eyJ|:\/\//;

const placeholder =
  /your|example|sample|placeholder|replace|change|dummy|fake|mock|todo|insert|here|redacted|hidden|x{4,}|\*{3,}|\.{3}|<|>|\$\{|\{\{|0123456789|1234567|abcdef|abc123|qwerty|(.)\1{5,}/i;

function distinct(text: string): number {
  return new Set(text).size;
}

/** Does a text stand for a credential instead of being one? */
export function isPlaceholder(text: string): boolean {
  return placeholder.test(text);
}

/** The credential that a text is, or holds, by its shape; undefined for public keys, placeholders and everything else. */
export function shapeOf(text: string): SecretShape | undefined {
  if (text.length < 12 || !hint.test(text)) return undefined;
  for (const { provider, pattern, sandbox, inert } of shapes) {
    const match = pattern.exec(text);
    const body = match?.[1] ?? match?.[2];
    if (!match || body === undefined) continue;
    if (distinct(body) < 8 || isPlaceholder(body)) continue;
    const isSandbox = sandbox?.test(match[0]) ?? false;
    return { provider, sandbox: isSandbox, ...(isSandbox && inert ? { inert } : {}) };
  }
  return jwtShape(text) ?? urlShape(text);
}

const tokenShape = /\beyJ[\w-]{8,}\.(eyJ[\w-]{10,})\.[\w-]{16,}/;

/** Tokens tell in their payload whose they are: keys that are meant to be public are none of our business. */
function jwtShape(text: string): SecretShape | undefined {
  const match = tokenShape.exec(text);
  if (!match) return undefined;
  const payload = decode(match[1]!);
  if (payload === undefined) return undefined;
  if (payload['role'] === 'service_role') return { provider: 'supabase-service-role', sandbox: payload['iss'] === 'supabase-demo' };
  return undefined;
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

const weakPasswords =
  /^(password|passwd|pass|pwd|postgres|root|admin|user|username|secret|mysecretpassword|example|test|testing|guest|mongo|redis|rabbitmq|mysql|docker|dev|development|local|changeme|pw|p|\w|undefined|null)\d{0,3}$/i;
/** Is a text that is given as the password of a service one, and not what stands there until somebody has one? */
export function isPassword(text: string): boolean {
  return (
    text.length >= 6 &&
    !/\s[\s\S]*\s[\s\S]*\s[\s\S]*\s/.test(text) &&
    !weakPasswords.test(text) &&
    !isPlaceholder(text) &&
    !/^[[({%$<]|pass(?:word)?$/i.test(text)
  );
}

const localHosts =
  /^(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\]|::1|host\.docker\.internal|host|hostname|server|db|database|postgres|postgresql|mysql|mariadb|mongo|mongodb|redis|rabbitmq|cache|example\.(com|org)|.*\.example(\.\w+)?|.*\.(local|internal|test))$/i;

const addressShape =
  /\b(postgres(?:ql)?|mysql|mariadb|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver):\/\/([^:/?#\s]*):([^@/?#\s]+)@([^:/?#\s,]+)/;

/** An address with a password for something that is reached from elsewhere. */
function urlShape(text: string): SecretShape | undefined {
  const match = addressShape.exec(text);
  if (!match) return undefined;
  const [, scheme, , password, host] = match as unknown as [string, string, string, string, string];
  if (password.length < 6 || weakPasswords.test(password) || isPlaceholder(password) || /^[[({%$:]|PASS/.test(password)) return undefined;
  if (localHosts.test(host) || isPlaceholder(host) || /[[({%$]/.test(host)) return undefined;
  return { provider: `${scheme.replace(/\+srv$/, '').replace(/ql$/, '')}-url`, sandbox: false };
}

const secretName =
  /(?:^|[_\-.]|[a-z0-9](?=[A-Z]))(?:secret|secret[_-]?key|client[_-]?secret|api[_-]?key|api[_-]?secret|access[_-]?key|auth[_-]?token|access[_-]?token|refresh[_-]?token|bearer[_-]?token|bot[_-]?token|api[_-]?token|private[_-]?key|signing[_-]?key|encryption[_-]?key|password|passwd|passphrase|service[_-]?role[_-]?key|authorization)$/i;
const publicName =
  /public|publishable|anon|site[_-]?key|measurement|firebase|maps|mapbox|posthog|sentry|analytics|recaptcha|vapid|label|title|message|text|placeholder|hint|field|param|header|column|cookie[_-]?name|storage|route|path|url|uri|endpoint|type|name$|reset|forgot|confirm|new[_-]?password|show|toggle|has/i;

/** Values that stand for one until there is a real one: `mockSecretKey`. */
const standIn = /^_?(?:(?:mock|fake|dummy|sample|example)(?![a-z])|(?:MOCK|FAKE|DUMMY|SAMPLE|EXAMPLE)_)/;

/** Does a name say that its value is a credential? */
export function namesSecret(name: string): boolean {
  return secretName.test(name) && !publicName.test(name) && !standIn.test(name);
}

const ownName =
  /jwt|session|cookie|nextauth|(?:^|_)auth_?secret|better_?auth|csrf|signing|encrypt|hmac|webhook|cron|internal|admin|pepper|^(?:app|api|service|shared|access|refresh|token|server|master)?_?secret(?:_?key)?$|(?:token|link|url|state|revalidat\w*|preview|share)_?secret/i;
const foreignName =
  /stripe_?(?:secret|api)|(?:openai|anthropic|aws|google|github|facebook|twitter|discord|slack|azure|paypal|razorpay|cloudinary|twilio|plaid)_?(?!\w*webhook)|client_?(?:id|secret)|access_?key|api_?key/i;

/** Does a name say that the application itself signs, encrypts or lets somebody in with the value, so that whoever knows it gets in? */
export function isOwnSecret(name: string): boolean {
  return ownName.test(name) && !foreignName.test(name);
}

const anyShape = new RegExp([...shapes.map(({ pattern }) => pattern.source), tokenShape.source, addressShape.source].join('|'));

/** Is there anything in a text that may have the shape of a credential? Looks at text of any length, once. */
export function mayHoldShape(text: string): boolean {
  return hint.test(text) && anyShape.test(text);
}

const named = /(?:secret|key|token|passw(?:or)?d|passphrase|authorization)['"`\]]{0,2}\s*(?:[:=?]|!\s*[:=]|\|\|)/gi;

/** May there be a credential in a text, by shape or by the name in front of a value? */
export function mayHoldSecret(text: string): boolean {
  if (mayHoldShape(text)) return true;
  for (const { index } of text.matchAll(named)) {
    // A type, a condition or parentheses may stand between the name and its value.
    for (const [, value] of text.slice(index, index + 300).matchAll(/['"`]([^'"`\s]{8,})(?=['"`])/g))
      if (looksChosen(value!.replace(/^(Bearer|Basic|Token)\s+/, ''))) return true;
  }
  return false;
}

/** Might a constant of a name be a credential? */
export function mightBeSecret(name: string, text: string): boolean {
  return /pass|pwd|secret|token|key|credential|auth/i.test(name) || mayHoldShape(text) || looksChosen(text);
}

const password = /(?:passw(?:or)?d|passphrase|\bpass|pwd|secret|credential)\w*['"`\]]{0,2}\s*(?::\s*string\s*)?[:=]\s*['"`][^'"`\s]/i;

/** The same for who would rather take ten texts for one with a credential than miss one: a password may be any word. */
export function mightHoldSecret(text: string): boolean {
  return password.test(text) || mayHoldSecret(text);
}

/** Does a value look made up by a machine, or like a password somebody chose, and not like a word, key or label? */
export function looksChosen(value: string): boolean {
  if (value.length < 8 || value.length > 400 || /\s/.test(value) || isPlaceholder(value)) return false;
  // Words of other scripts are texts for people.
  if (/[^\u0020-\u024f]/.test(value)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value) || distinct(value) < 6) return false;
  if (/^(https?:|\/|\.\/|data:|#)/.test(value) || isWords(value)) return false;
  // The hash of a password opens nothing: `$2b$10$…`, `$argon2id$…`.
  if (/^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|scrypt|[156y])\$/.test(value)) return false;
  return !/^(test|demo|mock|dummy|fake|local|dev)/i.test(value);
}

/** Names of keys, labels and environment entries: `label.password2`, `OAUTH2_CLIENT_SECRET`. */
function isWords(value: string): boolean {
  if (/^[A-Z][A-Z0-9]*([-_][A-Z0-9]+)+$/.test(value)) return true;
  return /^[a-z][a-z0-9]*([-_.:][a-z0-9]+)+$/.test(value) && (value.match(/\d/g)?.length ?? 0) < 4;
}

/** Long and mixed enough for a key. */
export function isRandom(value: string): boolean {
  return value.length >= 16 && distinct(value) >= 10 && !/(secret|password|super|token|jwt|default|development|production)/i.test(value);
}
