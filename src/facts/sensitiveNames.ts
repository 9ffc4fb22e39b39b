import type { SensitiveKind } from '../model/facts';

/** Words at the end of a name that stand for something that lets people in. */
const secretEnds = [
  'password',
  'passwd',
  'pwd',
  'passphrase',
  'passcode',
  'secret',
  'jwt',
  'otp',
  'authorization',
  'apikey',
  'mnemonic',
  'cookie',
  'cookies',
  'credentials',
  'password hash',
  'api key',
  'private key',
  'secret key',
  'encryption key',
  'signing key',
  'role key',
  'access key',
  'auth header',
  'authorization header',
  'recovery codes',
  'backup codes',
  'verification code',
  'reset code',
  'otp code',
  'reset link',
  'reset url',
  'magic link',
  'verification link',
  'verification url',
  'connection string',
  'database url',
];
/** What a token is for, where it lets somebody in; others are pieces of text, places in a list or assets. */
const tokenEnds = [
  'access',
  'refresh',
  'reset',
  'auth',
  'session',
  'bearer',
  'id',
  'jwt',
  'api',
  'verification',
  'invite',
  'invitation',
  'magic',
  'bot',
  'user',
  'login',
  'password',
  'confirmation',
  'unsubscribe',
  'activation',
];
const cardEnds = ['card number', 'cardnumber', 'credit card', 'cvv', 'cvc', 'card cvc', 'card cvv'];
const personalEnds = [
  'email',
  'emails',
  'email address',
  'phone',
  'phones',
  'phone number',
  'mobile number',
  'telephone',
  'ssn',
  'social security number',
  'cpf',
  'iban',
  'dob',
  'date of birth',
  'birthdate',
  'birth date',
  'passport number',
  'street address',
  'home address',
  'billing address',
  'shipping address',
  'postal address',
  'account number',
  'routing number',
];

/** Beginnings of names that say whether there is something, or of functions. */
const asks =
  /^(is|are|must|will|verified|force|has|have|had|should|can|could|needs?|with|without|no|not|missing|invalid|valid|requires?|wants?|allow|allows|use|uses|show|shows|skip|include|includes|validate|verify|check|send|sent|get|fetch|find|create|update|change|forgot|generate|compare|set|clear|handle|on|enable|enabled|disable|disabled|by|total|max|min|num|count)$/;
/** Values that somebody has made harmless. */
const harmless =
  /^(masked?|redacted|hidden|obfuscated|safe|hashed|encrypted|partial|truncated|short|anonymi[sz]ed|sanitized|sanitised|fake|dummy|example|placeholder|unique)$/;
/** Addresses of the service itself. */
const ownAddress =
  /^(admin|admins|support|from|sender|system|noreply|reply|service|company|smtp|default|bot|test|demo|sales|info|notification|notifications|alert|alerts|error|gmail|impersonated)$/;

/** Words of a name: `resetPasswordToken`, `reset_password_token`, `RESET-PASSWORD-TOKEN`. */
function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
}

function endsWith(words: string, ends: readonly string[]): boolean {
  return ends.some((end) => words === end || words.endsWith(` ${end}`));
}

/** A cheap test for texts that hold no name that `sensitiveName` would know. */
export const mayBeSensitive =
  /pass|pwd|secret|jwt|otp|auth|api_?-?key|mnemonic|cookie|credential|key|code|link|url|token|card|cv[vc]|mail|phone|mobile|ssn|security|cpf|iban|dob|birth|address|number|connection/i;

/** What a value holds, as far as its name tells; undefined where that is nothing that a log must not hold. */
export function sensitiveName(name: string): SensitiveKind | undefined {
  if (!mayBeSensitive.test(name)) return undefined;
  const words = wordsOf(name);
  const first = words[0];
  if (first === undefined || (words.length > 1 && asks.test(first)) || words.some((word) => harmless.test(word))) return undefined;
  const text = words.join(' ');
  if (endsWith(text, cardEnds)) return 'card';
  if (endsWith(text, secretEnds)) return 'secret';
  const last = words[words.length - 1]!;
  if (last === 'token') {
    const before = words[words.length - 2];
    return before === undefined ? 'token' : tokenEnds.includes(before) ? 'secret' : undefined;
  }
  if (!endsWith(text, personalEnds)) return undefined;
  return words.slice(0, -1).some((word) => ownAddress.test(word)) ? undefined : 'personal';
}

/** Names of whole records of people, and of what identifies them. */
const record =
  /^(user|current_?user|new_?user|created_?user|updated_?user|existing_?user|db_?user|auth_?user|user_?data|user_?record|user_?info|user_?profile|profile|customer|patient|employee|session|session_?data)$/i;

/** Is it the name of all that is known of somebody? */
export function namesRecord(name: string): boolean {
  return record.test(name);
}
