import { ts } from 'ts-morph';
import type { FunctionSummary } from '../model/facts';
import { boundNames, enclosingTry, mentions } from '../syntax/flow';
import { bare, propertyOf, whole } from '../syntax/nodes';
import { majorOf, minimumOf } from '../project/versions';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { fateIn } from './caughtInterrupts';

/** Does a call end the request by an exception, by itself or since what it gives is thrown where it stands? */
export function interruptsHere(analysis: FileAnalysis, { node, role }: CallSite): boolean {
  if (!role) return false;
  const isThrown = ts.isThrowStatement(whole(node).parent);
  const { interrupts } = role;
  if (!interrupts) return isThrown && role.reply?.throws === true;
  if (isThrown) return true;
  if (interrupts.by === 'thrown' || goesOn(analysis, node, interrupts.unless)) return false;
  if (interrupts.by === 'itself') return true;
  const range = analysis.context.dependencies?.[interrupts.by.package];
  const major = range === undefined ? undefined : majorOf(minimumOf(range));
  return major !== undefined && major >= interrupts.by.since;
}

/** An option says that it does not, or may: options that cannot be read, other than a form, may say so. */
function goesOn(
  analysis: FileAnalysis,
  node: ts.CallExpression | ts.NewExpression,
  unless: { arg: number; option: string } | undefined,
): boolean {
  const given = unless && node.arguments?.[unless.arg];
  if (!unless || !given) return false;
  const options = analysis.resolver.deref(given);
  if (!ts.isObjectLiteralExpression(options)) return !/form/i.test(bare(given).getText(analysis.source));
  return propertyOf(options, unless.option) !== undefined || options.properties.some(ts.isSpreadAssignment);
}

/**
 * How a function can end the request of its caller by an exception, by a call of its own, whatever it is given: what functions further in do may
 * never happen for this caller, and neither may what a parameter decides.
 */
export function interruptsOf(analysis: FileAnalysis, sites: readonly CallSite[]): FunctionSummary['interrupts'] {
  for (const site of sites) {
    const { role } = site;
    const does = role?.interrupts && !role.reply ? (role.leaves ?? 'redirect') : undefined;
    if (!role || does === undefined || does === 'rethrow' || !interruptsHere(analysis, site)) continue;
    if (!isChosen(analysis, site.node) && escapes(analysis, site.node)) return { library: role.library, does };
  }
  return undefined;
}

/** Does a parameter of the function decide whether something in it runs? */
function isChosen(analysis: FileAnalysis, node: ts.Node): boolean {
  const names = new Set(analysis.functionAround(node)?.node.parameters.flatMap(({ name }) => boundNames(name)) ?? []);
  if (names.size === 0) return false;
  for (let child = node; child.parent && !isFunctionNode(child.parent); child = child.parent) {
    const { parent } = child;
    if ((ts.isIfStatement(parent) || ts.isConditionalExpression(parent)) && mentions(conditionOf(parent), names)) return true;
    if (ts.isBinaryExpression(parent) && parent.right === child && mentions(parent.left, names)) return true;
  }
  return false;
}

function conditionOf(node: ts.IfStatement | ts.ConditionalExpression): ts.Expression {
  return ts.isIfStatement(node) ? node.expression : node.condition;
}

/** Does what is thrown at a place leave the function around it? */
function escapes(analysis: FileAnalysis, node: ts.Node): boolean {
  for (let around = enclosingTry(node); around; around = enclosingTry(around))
    if (fateIn(analysis, around.catchClause!) !== 'passed') return false;
  return true;
}
