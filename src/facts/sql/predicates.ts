import type { PredicateWidth } from '../../model/database';
import { separate } from '../../syntax/sql/cursor';
import type { SqlToken } from '../../syntax/sql/tokens';
import type { ReadPredicate } from './changes';

/** From what lets nobody through to what lets everybody through. */
const order: readonly PredicateWidth[] = ['nothing', 'service', 'some', 'signed-in', 'everything'];

/** Reads the condition of a policy. `text` is the file's. */
export function readPredicate(tokens: readonly SqlToken[], text: string): ReadPredicate | undefined {
  const first = tokens[0];
  const last = tokens.at(-1);
  if (!first || !last) return undefined;
  return {
    span: { start: first.start, end: last.end },
    text: text.slice(first.start, last.end).replace(/\s+/g, ' '),
    width: widthOf(tokens),
    readsUserMetadata: tokens.some(
      ({ kind, text: name }) => (kind === 'string' || kind === 'word') && /^(?:raw_)?user_meta_?data$/.test(name),
    ),
  };
}

/** How much a condition lets through, as far as its form tells; what depends on the row is `some`. */
export function widthOf(all: readonly SqlToken[]): PredicateWidth {
  const tokens = unwrapped(all);
  const either = separate(tokens, 'or');
  if (either.length > 1) return order[Math.max(...either.map((part) => order.indexOf(widthOf(part))))]!;
  const both = tokens.some((token) => token.text === 'between') ? [tokens] : separate(tokens, 'and');
  if (both.length > 1) return order[Math.min(...both.map((part) => order.indexOf(widthOf(part))))]!;
  return simple(tokens);
}

function simple(tokens: readonly SqlToken[]): PredicateWidth {
  const written = spelled(tokens);
  if (/^(?:true|1 = 1|not false|true = true)$/.test(written)) return 'everything';
  if (/^(?:false|1 = 0|not true|null)$/.test(written)) return 'nothing';
  const role =
    /^(?:auth \. role \( \)|auth \. jwt \( \) ->> 'role'|current_setting \( 'request\.jwt\.claim\.role'(?: , true)? \)|current_setting \( 'request\.jwt\.claims'(?: , true)? \) :: jsonb? ->> 'role')(?: :: text)? (.+)$/.exec(
      written,
    )?.[1];
  if (role !== undefined) return widthOfRole(role);
  if (/^(?:current_user|session_user|current_role) = '(?:service_role|postgres|supabase_admin)'/.test(written)) return 'service';
  if (/^(?:auth \. (?:uid|jwt|email) \( \)|auth \. jwt \( \) ->> 'sub')(?: :: \w+)? is not null$/.test(written)) return 'signed-in';
  if (/^not (?:auth \. uid \( \)) is null$/.test(written)) return 'signed-in';
  return 'some';
}

/** `= 'authenticated'`, `in ('anon', 'authenticated')`. */
function widthOfRole(comparison: string): PredicateWidth {
  const one = /^(?:=|in \(|= any \( array \[) ?(.+?)(?: ::.*)?(?: \))?(?: \] \))?$/.exec(comparison)?.[1];
  const roles = one === undefined ? [] : [...one.matchAll(/'(\w+)'/g)].map((match) => match[1]!);
  if (roles.length === 0) return 'some';
  if (roles.includes('anon')) return 'everything';
  if (roles.includes('authenticated')) return 'signed-in';
  return roles.every((role) => role === 'service_role' || role === 'supabase_admin' || role === 'postgres') ? 'service' : 'some';
}

/** Without brackets around all of it, and without the `select` that keeps a call from running once per row. */
function unwrapped(tokens: readonly SqlToken[]): readonly SqlToken[] {
  let inner = tokens;
  while (isGroup(inner)) inner = inner.slice(1, -1);
  return inner;
}

function isGroup(tokens: readonly SqlToken[]): boolean {
  if (tokens.length < 2 || tokens[0]!.text !== '(' || tokens[0]!.kind !== 'symbol') return false;
  let depth = 0;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind !== 'symbol') continue;
    if (text === '(') depth++;
    if (text === ')' && --depth === 0) return index === tokens.length - 1;
  }
  return false;
}

/** One spelling for all ways of writing the same: `(select auth.uid())`, `( auth.uid() )` and `auth.uid()`. */
function spelled(tokens: readonly SqlToken[]): string {
  let text = tokens.map(({ kind, text: value }) => (kind === 'string' ? `'${value}'` : value)).join(' ');
  for (let before = ''; before !== text;) {
    before = text;
    text = text
      .replace(/\( select ((?:auth|public) \. \w+ \( \)(?: ->> '\w+')?)(?: as \w+)? \)/g, '$1')
      .replace(/\( (auth \. \w+ \( \)(?: ->> '\w+')?) \)/g, '$1');
  }
  return text.replace(/'(\w+)' :: text/g, "'$1'");
}
