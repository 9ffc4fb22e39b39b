import { ts } from 'ts-morph';
import type { ChosenRole } from '../../model/facts';
import { bare, memberName } from '../../syntax/nodes';
import { isRequested, keysOf, namesPeople } from '../accountLookups';
import type { CallSite, FileAnalysis } from '../analysis';
import { columnLimits } from '../columnLimits';
import { isCompared } from '../comparedNames';
import { targetOf } from '../endpointSinks';
import { isBehindReturn } from '../reachedCode';
import { savedRecord } from '../recordChanges';
import { isBrowserCode } from '../serverCode';
import { storedBy } from '../storedColumns';
import { textsOf } from '../validation';

const mayChoose = /role|admin|permission|privilege|access_?level/i;
/** Columns that say what somebody may do. */
const right =
  /^(?:(?:user|account|app|system|member|org|team)_?)?(?:roles?|permissions?|privileges?|access_?level)$|^role_?ids?$|^(?:is_?)?(?:super_?)?admin(?:istrator)?$/i;
/** Rights that not everybody may have. */
const high = /admin|owner|super|root|moderator|manager|staff|editor|operator|\*/i;
const password = /^(?:hashed_?)?(?:pass(?:word|wd)?|pwd)(?:_?hash|_?digest)?$/i;
const identity = /^(?:_?id|uid|user_?id|email|sub|auth_?id|clerk_?id|account_?id|profile_?id)$/i;
/** What holds who is calling. */
const caller = /^(?:user|current_?user|session|auth|me|viewer|decoded|payload|claims|caller|uid|user_?id|account|identity)$/i;

/** Writes that store the role or the rights of an account as the request says them, without a look at them. */
export function recogniseChosenRoles(analysis: FileAnalysis): ChosenRole[] {
  const { role, side } = analysis.context;
  if (role !== 'source' || side === 'client' || !analysis.mayHold(mayChoose) || isBrowserCode(analysis)) return [];
  return analysis.sitesWith('data').flatMap((site) => chosenIn(analysis, site));
}

function chosenIn(analysis: FileAnalysis, site: CallSite): ChosenRole[] {
  if (site.role?.data?.operation !== 'write' || isBehindReturn(analysis, site.node)) return [];
  const stored = storedBy(analysis, site);
  const rights = stored.filter(({ column, value }) => right.test(column) && isChosen(analysis, value));
  const registers = stored.some(({ column }) => password.test(column));
  if (rights.length === 0 || !(registers || namesPeople(targetOf(analysis, site) ?? ''))) return [];
  const limits = columnLimits(analysis, site);
  return rights
    .filter(({ column }) => !limits?.[column] || limits[column].some((value) => high.test(value)))
    .slice(0, 1)
    .map(({ name, column, value }) => ({
      ...analysis.base(site.node),
      span: analysis.span(name),
      kind: 'chosenRole',
      column,
      label: analysis.label(value, 40),
      makes: registers || /^(?:create|insert|add|save|register)/i.test(memberName(bare(site.node.expression)) ?? 'create'),
      ofCaller: isOfCaller(analysis, site),
    }));
}

/** What the request holds, by itself or in front of what stands in for it: `role`, `req.body.role || 'user'`. */
function isChosen(analysis: FileAnalysis, value: ts.Expression): boolean {
  const own = bare(value);
  if (ts.isBinaryExpression(own) && /^(?:\|\||\?\?)$/.test(ts.tokenToString(own.operatorToken.kind) ?? ''))
    return isChosen(analysis, own.left);
  if (!ts.isIdentifier(own) && !ts.isPropertyAccessExpression(own)) return false;
  if (isCompared(analysis, own)) return false;
  return isRequested(analysis, own) || allowedBySchema(analysis, own)?.some((text) => high.test(text)) === true;
}

/** The texts that a schema allows for a value that it has checked: `const { role } = schema.parse(body)`, `checked.data.role`. */
function allowedBySchema(analysis: FileAnalysis, value: ts.Expression): string[] | undefined {
  const steps: string[] = [];
  let node = bare(value);
  for (let depth = 6; depth > 0; depth--) {
    if (ts.isAwaitExpression(node)) node = bare(node.expression);
    else if (ts.isPropertyAccessExpression(node)) {
      steps.unshift(node.name.text);
      node = bare(node.expression);
    } else if (ts.isIdentifier(node)) {
      const declaration = analysis.resolver.declarations.find(node);
      if (declaration?.kind !== 'variable' || !declaration.node.initializer) return undefined;
      steps.unshift(...declaration.steps.map((step) => ('member' in step ? step.member : '?')));
      node = bare(declaration.node.initializer);
    } else break;
  }
  const checks = ts.isCallExpression(node) ? analysis.site(node)?.role?.validates : undefined;
  if (!checks || !ts.isCallExpression(node)) return undefined;
  return textsOf(analysis, node, checks.safe && /^(?:data|value|output)$/.test(steps[0] ?? '') ? steps.slice(1) : steps);
}

/** Is it the row of whoever is calling that is changed? */
function isOfCaller(analysis: FileAnalysis, site: CallSite): boolean {
  const record = savedRecord(site);
  const declaration = record && analysis.resolver.declarations.find(record);
  const from = declaration?.kind === 'variable' && declaration.node.initializer ? bare(declaration.node.initializer) : undefined;
  const call = from && (ts.isAwaitExpression(from) ? bare(from.expression) : from);
  const looked = call && analysis.site(call);
  return [site, ...(looked ? [looked] : [])].some((asked) =>
    keysOf(analysis, asked).some(({ name, value }) => identity.test(name) && namesCaller(analysis, value) && !isRequested(analysis, value)),
  );
}

/** `req.user.id`, `session.user.id`, `userId` */
function namesCaller(analysis: FileAnalysis, value: ts.Expression): boolean {
  for (let node = bare(value); ; node = bare(node.expression)) {
    const name = ts.isIdentifier(node) ? node.text : ts.isPropertyAccessExpression(node) ? node.name.text : '';
    if (caller.test(name)) return true;
    if (!ts.isPropertyAccessExpression(node)) return analysis.tables.read(analysis.resolver.pathOf(node))?.identity === true;
  }
}
