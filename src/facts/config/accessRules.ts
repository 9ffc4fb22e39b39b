import type { AccessRule, RuleWidth } from '../../model/configuration';
import { readFirebaseRules, type AllowStatement, type RulesFile } from '../../project/firebaseRules';
import { JsonPlaces } from '../../project/jsonPlaces';
import { folderOf, nameOf, within } from '../../project/paths';
import { placed, type ConfigKind, type Surroundings } from './configKind';

/** Rules that stand between clients and data where there is no server: of a document database, of stored files, of a tree. */
export const accessRules: ConfigKind = {
  credentials: 'shapes',
  covers: (file) => file.endsWith('.rules') || isTree(file),
  facts(file, text, around) {
    if (aside.test(file) || !isDeployed(file, around)) return [];
    if (isTree(file)) return treeRules(file, text);
    const rules = readFirebaseRules(text);
    return rules ? rules.allows.map((allow) => allowRule(file, allow, rules)) : [];
  },
};

function isTree(file: string): boolean {
  return /^database[^/]*\.rules\.json$/.test(nameOf(file));
}

const aside = /(?:^|\/)(?:tests?|__tests__|examples?|docs|[\w-]*backups?[\w-]*|archived?)\//;

/** Where the platform's file says which rules are put in force, others are not. */
function isDeployed(file: string, around: Surroundings): boolean {
  for (const folder of [folderOf(file), folderOf(folderOf(file)), '']) {
    const text = around.text(within(folder, 'firebase.json'));
    if (text !== undefined) return text.includes(nameOf(file));
  }
  return /^(?:firestore|storage)\.rules$|^database\.rules\.json$/.test(nameOf(file));
}

const personalPath =
  /users?|profiles?|accounts?|customers?|orders?|payments?|invoices?|messages?|chats?|carts?|members?|patients?|wallets?|transactions?|subscriptions?|private|medical|usuarios|clientes/i;
function isPersonal(path: string): boolean {
  return personalPath.test(path) && !/public/i.test(path);
}

const ownerVariable = /^(?:user|uid|owner|customer|account|member|profile|author)(?:_?id)?$|^uid$/i;

function allowRule(file: string, { path, operations, condition, span }: AllowStatement, rules: RulesFile): AccessRule {
  const { width, until } = condition ? widthOf(condition.text, rules.functions) : { width: 'everybody' as const, until: undefined };
  const does = new Set(
    operations.map((word): AccessRule['operations'][number] =>
      /^(?:read|get|list)$/.test(word) ? 'read' : word === 'create' ? 'create' : 'change',
    ),
  );
  const owner = [...path.matchAll(/\{(\w+)(?:=\*\*)?\}/g)].map(([, name]) => name!).find((name) => ownerVariable.test(name));
  return {
    ...placed(file, condition?.span ?? span, path),
    kind: 'accessRule',
    path,
    operations: [...does],
    width,
    everything: /^\/\{\w+=\*\*\}$/.test(path),
    personal: isPersonal(path.replace(/\{[^}]*\}/g, '')),
    ...(until === undefined ? {} : { until }),
    ...(owner === undefined ? {} : { owner }),
    ...(condition ? { condition: condition.span } : {}),
  };
}

const order: readonly RuleWidth[] = ['nobody', 'some', 'signed-in', 'until', 'everybody'];

interface Width {
  width: RuleWidth;
  until?: string | undefined;
}

/** Whom a condition lets in: the widest of its alternatives, and of each the narrowest part. What is not understood narrows. */
function widthOf(condition: string, functions: ReadonlyMap<string, string>, depth = 5): Width {
  const text = withoutBrackets(condition.trim());
  const alternatives = split(text, '||');
  if (alternatives.length > 1)
    return pick(
      alternatives.map((part) => widthOf(part, functions, depth)),
      1,
    );
  const parts = split(text, '&&');
  if (parts.length > 1)
    return pick(
      parts.map((part) => widthOf(part, functions, depth)),
      -1,
    );
  if (text === 'true') return { width: 'everybody' };
  if (text === 'false') return { width: 'nobody' };
  if (/^(?:request\.auth(?:\.uid)?|auth(?:\.uid)?) *!=+ *null$|^null *!=+ *(?:request\.)?auth(?:\.uid)?$/.test(text))
    return { width: 'signed-in' };
  const date = /^request\.time *<=? *timestamp\.date\( *(\d{4}) *, *(\d{1,2}) *, *(\d{1,2}) *\)$/.exec(text);
  if (date) return { width: 'until', until: [date[1], date[2]!.padStart(2, '0'), date[3]!.padStart(2, '0')].join('-') };
  const moment = /^now *<=? *(\d{13})$/.exec(text);
  if (moment) return { width: 'until', until: new Date(Number(moment[1])).toISOString().slice(0, 10) };
  const body = functions.get(/^(\w+)\([^()]*\)$/.exec(text)?.[1] ?? '');
  return body !== undefined && depth > 0 ? widthOf(body.replace(/\s+/g, ' '), functions, depth - 1) : { width: 'some' };
}

function pick(widths: readonly Width[], direction: 1 | -1): Width {
  return [...widths].sort((a, b) => direction * (order.indexOf(b.width) - order.indexOf(a.width)))[0]!;
}

/** Parts between an operator outside of brackets and quotes. */
function split(text: string, operator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '"' || character === "'") quote = character;
    else if ('([{'.includes(character)) depth++;
    else if (')]}'.includes(character)) depth--;
    else if (depth === 0 && text.startsWith(operator, at)) {
      parts.push(text.slice(start, at));
      start = at + operator.length;
    }
  }
  return [...parts, text.slice(start)];
}

function withoutBrackets(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    depth += text[at] === '(' ? 1 : text[at] === ')' ? -1 : 0;
    if (depth === 0 && at < text.length - 1) return text;
  }
  return withoutBrackets(text.slice(1, -1).trim());
}

/** `{ "rules": { "users": { "$uid": { ".read": "auth.uid === $uid" } } } }`: what is granted further up holds below. */
function treeRules(file: string, text: string): AccessRule[] {
  const places = new JsonPlaces(text);
  const found: AccessRule[] = [];
  const visit = (path: readonly string[], depth: number): void => {
    if (depth > 12) return;
    for (const { name, value, span, valueSpan } of places.members(...path)) {
      if (name === '.read' || name === '.write') {
        const { width, until } =
          typeof value === 'boolean'
            ? { width: value ? ('everybody' as const) : ('nobody' as const), until: undefined }
            : widthOf(String(value), new Map());
        const inner = path.slice(1);
        const owner = inner.find((key) => key.startsWith('$') && ownerVariable.test(key.slice(1)));
        found.push({
          ...placed(file, span, path.join('.')),
          kind: 'accessRule',
          path: `/${inner.join('/')}`,
          operations: [name === '.read' ? 'read' : 'change'],
          width,
          everything: inner.length === 0,
          personal: isPersonal(inner.filter((key) => !key.startsWith('$')).join('/')),
          ...(until === undefined ? {} : { until }),
          ...(owner === undefined ? {} : { owner }),
          condition: valueSpan,
        });
      } else if (typeof value === 'object' && value !== null) visit([...path, name], depth + 1);
    }
  };
  visit(['rules'], 0);
  return found;
}
