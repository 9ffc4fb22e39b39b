import { ts } from 'ts-morph';
import type { GuessableSecret } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare, whole } from '../syntax/nodes';
import { Draft } from './edits';
import { addImport } from './imports';
import { callAt } from './nodes';

/** Where `node:crypto` is not there. */
const edge = /\bruntime\s*=\s*['"](?:edge|experimental-edge)['"]|\bDeno\.|cloudflare:workers/;

/** Draws the numbers that a code is made of from the generator for secrets. */
export function drawSecurely(secret: GuessableSecret): FixProposal[] {
  return secret.from === 'random'
    ? [
        {
          id: 'draw-securely',
          kind: 'suggestion',
          title: 'Draw it from the generator for secrets',
          build: (source) => build(secret, source),
        },
      ]
    : [];
}

function build(secret: GuessableSecret, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  if (edge.test(draft.text)) return undefined;
  for (const span of secret.calls) {
    const call = callAt(draft.tree, span);
    // Time that stands beside it does no harm.
    if (!call || !/\.random$/.test(draft.textOf(call.expression))) continue;
    const drawn = asNumber(draft, call) ?? asText(draft, call);
    if (!drawn) return undefined;
    draft.replaceNode(drawn.node, drawn.text(addImport(draft, { name: drawn.needs, module: 'node:crypto' })));
  }
  return draft.finish();
}

interface Drawn {
  node: ts.Node;
  needs: 'randomInt' | 'randomBytes';
  text: (local: string) => string;
}

/** `Math.floor(100000 + Math.random() * 900000)` becomes `randomInt(100000, 1000000)`. */
function asNumber(draft: Draft, call: ts.Node): Drawn | undefined {
  let value: ts.Expression = whole(call as ts.Expression);
  const product = value.parent;
  if (!ts.isBinaryExpression(product) || product.operatorToken.kind !== ts.SyntaxKind.AsteriskToken) return undefined;
  const range = product.left === value ? product.right : product.left;
  value = whole(product);
  let least: ts.Expression | undefined;
  if (ts.isBinaryExpression(value.parent) && value.parent.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    least = value.parent.left === value ? value.parent.right : value.parent.left;
    value = whole(value.parent);
  }
  const floor = value.parent;
  if (!ts.isCallExpression(floor) || draft.textOf(floor.expression) !== 'Math.floor' || floor.arguments[0] !== value) return undefined;
  if (!least) return { node: floor, needs: 'randomInt', text: (local) => `${local}(${draft.textOf(bare(range))})` };
  const from = draft.textOf(bare(least));
  const numbers = [least, range].map((node) => Number(draft.textOf(bare(node)).replace(/_/g, '')));
  const until = numbers.every(Number.isSafeInteger)
    ? String(numbers[0]! + numbers[1]!)
    : `${from} + ${ts.isBinaryExpression(bare(range)) ? `(${draft.textOf(bare(range))})` : draft.textOf(bare(range))}`;
  return { node: floor, needs: 'randomInt', text: (local) => `${local}(${from}, ${until})` };
}

/** `Math.random().toString(36).slice(2)` becomes `randomBytes(16).toString('hex')`. */
function asText(draft: Draft, call: ts.Node): Drawn | undefined {
  const first = chained(call, /^toString$/);
  if (!first || draft.textOf(first.arguments[0] ?? first) !== '36') return undefined;
  const cut = chained(first, /^(?:slice|substr|substring)$/);
  const { quote } = draft.style;
  return { node: cut ?? first, needs: 'randomBytes', text: (local) => `${local}(16).toString(${quote}hex${quote})` };
}

function chained(node: ts.Node, name: RegExp): ts.CallExpression | undefined {
  const access = node.parent;
  return ts.isPropertyAccessExpression(access) &&
    access.expression === node &&
    name.test(access.name.text) &&
    ts.isCallExpression(access.parent)
    ? access.parent
    : undefined;
}
