import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import { leaves } from '../syntax/flow';
import { bare, walk } from '../syntax/nodes';
import type { FunctionInfo } from '../syntax/outline';
import type { FileAnalysis } from './analysis';
import { alternatives } from './conditions';
import type { InputUses } from './inputFields';
import { askedFor, checkedByHand, defaulted } from './validation';

/** Does a function look at the types of most members of what it is sent? */
export function isCheckedByHand(analysis: FileAnalysis, fn: FunctionInfo, uses: InputUses, source: RequestInput['source']): boolean {
  if (uses.fields.size === 0) return false;
  const checked = checkedByHand(analysis, fn.node.body!);
  const bases = new Set([...uses.names, ...uses.wholes.map((node) => bare(node).getText(analysis.source).replace(/\?\./g, '.'))]);
  // Fields of forms are texts: whether there is one is all that can be asked of most.
  const asked =
    source === 'form' && !/fromEntries/.test(fn.node.body!.getText(analysis.source)) ? askedFor(analysis, fn.node.body!) : undefined;
  const hand = [...uses.fields].filter(
    ([name, field]) =>
      asked?.has(name) === true ||
      [...field.locals].some((local) => checked.has(local) || asked?.has(local) === true) ||
      [...bases].some((base) => checked.has(`${base}.${name}`) || checked.has(`${base}.get('${name}')`)),
  );
  // Who looks at the type of most fields has thought about all of them.
  return hand.length * 3 >= uses.fields.size * 2;
}

/**
 * Does a function refuse whatever lacks one of the members that have no default, and look at one of them more closely: a form whose name,
 * address and text are asked for, and whose address has to be one? What else they may be it does not ask.
 */
export function isEachAskedFor(fn: FunctionInfo, { fields }: InputUses): boolean {
  const body = fn.node.body!;
  if (fields.size < 2) return false;
  const demanded = demandedIn(body);
  const looked = formsLookedAt(body);
  const spared = defaulted(body);
  const isIn = (names: ReadonlySet<string>, [name, { locals }]: [string, { locals: ReadonlySet<string> }]): boolean =>
    locals.size > 0 ? [...locals].some((local) => names.has(local)) : names.has(name);
  const all = [...fields];
  return (
    all.every((field) => isIn(demanded, field) || isIn(spared, field)) && all.some((field) => isIn(demanded, field) && isIn(looked, field))
  );
}

/** Names whose absence is refused: `if (!name || !email) return …`. */
function demandedIn(body: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    if (ts.isIfStatement(node) && leaves(node.thenStatement))
      for (const part of alternatives(node.expression)) {
        const value = bare(part);
        const asked =
          ts.isPrefixUnaryExpression(value) && value.operator === ts.SyntaxKind.ExclamationToken ? bare(value.operand) : undefined;
        if (!asked) continue;
        if (ts.isIdentifier(asked)) names.add(asked.text);
        else if (ts.isPropertyAccessExpression(asked)) names.add(asked.name.text);
      }
    return true;
  });
  return names;
}

/** Names whose form is looked at, or which have to be one of several words: `pattern.test(email)`, `roles.includes(role)`, `isEmail(email)`. */
function formsLookedAt(body: ts.Node): ReadonlySet<string> {
  const names = new Set<string>();
  walk(body, (node) => {
    if (!ts.isCallExpression(node) || node.arguments.length === 0) return true;
    const callee = bare(node.expression);
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : ts.isIdentifier(callee) ? callee.text : '';
    const isAsked = ts.isPropertyAccessExpression(callee) && name === 'match' ? callee.expression : node.arguments[0]!;
    if (!/^(test|match|includes|has|is(?!Array$|NaN$|Finite$|Integer$)[A-Z]\w*|validate[A-Z]\w*)$/.test(name)) return true;
    const value = bare(isAsked);
    if (ts.isIdentifier(value)) names.add(value.text);
    else if (ts.isPropertyAccessExpression(value)) names.add(value.name.text);
    return true;
  });
  return names;
}
