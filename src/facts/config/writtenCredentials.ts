import type { SecretLiteral } from '../../model/facts';
import { fileRole } from '../../project/classify';
import { nameOf } from '../../project/paths';
import { isRandom, looksChosen, mayHoldShape, namesSecret, shapeOf } from '../secretShapes';
import { placed } from './configKind';

/** What may be a credential in a line of any language. */
const word = /[^\s"'`,;()[\]{}<>]{12,}/g;

/** A name and what it is set to, as in YAML, TOML, JSON, Dockerfiles and settings of tools. */
const assignment = /(?:^|[\s,{"'/:])([A-Za-z_][\w.-]*)["']?\s*[:=]\s*["']?([^"'\s,;#{}()[\]<>]{8,})/g;

/** Values that lead to where the credential is kept. */
const elsewhere = /^(?:[$%!&*@]|arn:|op:\/\/|vault:|ref\+|ssm:|secrets?[.:/]|projects\/)/i;

/** Files that only tests and people at their own machines use. */
const ownMachine = /(?:^|[._-])(?:test|tests|dev|development|local|e2e|ci|example|sample)(?:[._-]|$)/i;

/**
 * Credentials that stand in a text which is no code: settings, steps, statements. `namesCount` also finds what nothing but the name in front of it
 * gives away; where tests run, such values open nothing.
 */
export function credentialsIn(file: string, text: string, { namesCount }: { namesCount: boolean }): SecretLiteral[] {
  const byName = namesCount && !ownMachine.test(nameOf(file)) && /secret|key|token|passw|passphrase|authorization/i.test(text);
  if (!byName && !mayHoldShape(text)) return [];
  const role = fileRole(`${file.slice(0, -nameOf(file).length)}index.ts`);
  if (role === 'test' || role === 'example' || role === 'generated') return [];
  const found: SecretLiteral[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    found.push(...shapesIn(file, line, start));
    if (byName && !/^\s*(?:#|\/\/|--|;)/.test(line)) found.push(...namedIn(file, line, start, found));
    start += line.length + 1;
  }
  return found;
}

function shapesIn(file: string, line: string, start: number): SecretLiteral[] {
  return [...line.matchAll(word)].flatMap(({ 0: value, index }) => {
    const shape = shapeOf(value);
    return shape ? [literal(file, value, start + index, { ...shape, certainty: 'shape' })] : [];
  });
}

function namedIn(file: string, line: string, start: number, known: readonly SecretLiteral[]): SecretLiteral[] {
  return [...line.matchAll(assignment)].flatMap(({ 0: whole, 1: name, 2: value, index }) => {
    if (!namesSecret(name!) || elsewhere.test(value!) || !looksChosen(value!) || !isRandom(value!)) return [];
    const at = start + index + whole.length - value!.length;
    if (known.some(({ span }) => span.start <= at && at < span.end)) return [];
    return [literal(file, value!, at, { provider: 'secret', sandbox: false, certainty: 'name', name: name!, random: true })];
  });
}

function literal(
  file: string,
  value: string,
  at: number,
  said: Pick<SecretLiteral, 'provider' | 'sandbox' | 'certainty' | 'name' | 'random' | 'inert'>,
): SecretLiteral {
  return {
    ...placed(file, { start: at, end: at + value.length }, said.name ?? said.provider),
    kind: 'secret',
    masked: `${value.slice(0, 4)}… (${value.length} characters)`,
    ...said,
    inData: true,
  };
}
