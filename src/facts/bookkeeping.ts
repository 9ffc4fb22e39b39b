import { ts } from 'ts-morph';
import { isLogTable, isVisitTable } from '../model/lexicon';
import { isEmptyValue } from '../syntax/flow';
import { bare, constantString, walk } from '../syntax/nodes';
import { isFunctionNode } from '../syntax/outline';
import type { CallSite, FileAnalysis } from './analysis';
import { callsOf, columnsOf, isCounter, isStep, nameOf, operatorsIn, writtenBy, type WrittenColumn } from './counts';
import { lastName } from './guardConditions';
import { recordChanges, savedRecord, type RecordChange } from './recordChanges';

/** Names of calls that add rows, or count those that are there. */
const adding = /^(?:create|insert|add|push|save|append|upsert)/i;

/** When something was last looked at or somebody last seen. */
const mark =
  /^last_?(?:seen|viewed|visited|visit|access(?:ed)?|active|activity|used|opened|read|watched|online|login|sign_?in|request)(?:_?(?:at|on|time|date|timestamp))?$|^(?:viewed|visited|accessed|seen|opened|clicked|used)_?(?:at|on)$|^updated_?at$/i;

/** Lists of who looked at something, or of what somebody looked at. */
const lookers =
  /^(?:\w*(?:[vV]iews|[vV]iewers|[vV]isits|[vV]isitors|[cC]licks|[hH]its|[dD]ownloads|[iI]mpressions)|(?:viewed|seen|visited|read|opened|watched)_?by|(?:recently_?viewed|recent_?(?:views|searches)|\w*(?:search|view|watch|browsing|reading)_?histor(?:y|ies)|histor(?:y|ies))(?:_?ids)?)$/i;

/**
 * Does a call note what a page does by the way: a row in a table of visits, searches or log lines, a count, when somebody was last seen,
 * or a value that was missing and that the application works out itself?
 */
export function keepsBooks(analysis: FileAnalysis, site: CallSite): boolean {
  if (site.role?.data?.operation !== 'write' && site.role?.data?.operation !== 'raw') return false;
  const table = tableOf(analysis, site);
  if (table !== undefined && (isVisitTable(table) || isLogTable(table))) return true;
  const written = writtenBy(site);
  if (written.length > 0) return written.every((columns) => notesOnly(analysis, site, columns)) && areNotes(operatorsOf(site));
  const pushed = operatorsOf(site);
  if (pushed.length > 0) return areNotes(pushed);
  const changes = recordChanges(analysis, site);
  return changes !== undefined && changes.every((change) => isNote(change) || fillsIn(analysis, change));
}

/** What a row is added to: the name of its table, its model, or the class that it is made of. */
function tableOf(analysis: FileAnalysis, site: CallSite): string | undefined {
  const { node, role } = site;
  if (ts.isNewExpression(node)) return lastName(bare(node.expression));
  if (role?.data?.operation === 'raw')
    return /^[\s`'"]*insert\s+(?:or\s+\w+\s+|ignore\s+)?into\s+["'`[]?(?:\w+\.)?["'`[]?(\w+)/i.exec(
      node.arguments?.[0]?.getText(analysis.source) ?? '',
    )?.[1];
  const record = savedRecord(site);
  const made = record && madeOf(analysis, record);
  if (made !== undefined) return made;
  const calls = callsOf(site);
  if (
    !calls.some((call) => adding.test(nameOf(call))) ||
    calls.some((call) => /^(?:delete|remove|destroy|drop|truncate)/i.test(nameOf(call)))
  )
    return undefined;
  if (record) return undefined;
  const callee = bare(node.expression);
  const receiver = ts.isPropertyAccessExpression(callee) ? bare(callee.expression) : undefined;
  const first = calls.map((call) => call.arguments?.[0]).filter((argument) => argument !== undefined);
  const named = first.map(
    (argument) => constantString(argument) ?? (ts.isIdentifier(bare(argument)) ? bare(argument).getText() : undefined),
  );
  const of = role?.data?.target === 'receiver' && receiver ? lastName(receiver) : named.find((name) => name !== undefined);
  return of;
}

/** The class of a new record: `const visit = new Visit({ … })`, `const visit = this.visits.create({ … })`. */
function madeOf(analysis: FileAnalysis, record: ts.Identifier): string | undefined {
  const declaration = analysis.resolver.declarations.find(record);
  const made = declaration?.kind === 'variable' && declaration.node.initializer ? bare(declaration.node.initializer) : undefined;
  if (!made || !(ts.isNewExpression(made) || ts.isCallExpression(made))) return undefined;
  if (ts.isNewExpression(made)) return lastName(bare(made.expression));
  const callee = bare(made.expression);
  return ts.isPropertyAccessExpression(callee) && /^(?:create|build)$/.test(callee.name.text)
    ? lastName(bare(callee.expression))
    : undefined;
}

function operatorsOf(site: CallSite): { name: string; value: ts.Expression }[] {
  return (site.node.arguments ?? []).flatMap((argument) => operatorsIn(argument));
}

/** Are all operators of an update of documents such notes: `{ $inc: { views: 1 }, $push: { viewers: id }, $set: { lastSeen: now } }`? */
function areNotes(operators: readonly { name: string; value: ts.Expression }[]): boolean {
  return operators.every(({ name, value }) => {
    const columns = columnsOf(value);
    if (/^\$(?:push|addToSet)$/.test(name)) return columns.every((column) => lookers.test(column.name));
    return /^\$(?:set|inc|currentDate|setOnInsert)$/.test(name) && columns.every((column) => isMarkOrStep(column));
  });
}

function isMarkOrStep({ name, value }: WrittenColumn): boolean {
  return mark.test(name) || (isCounter(name) && value !== undefined && isStep(value));
}

function notesOnly(analysis: FileAnalysis, site: CallSite, columns: readonly WrittenColumn[]): boolean {
  return columns.every(
    (column) =>
      isMarkOrStep(column) ||
      /^\$(?:push|addToSet|set|currentDate|setOnInsert)$/.test(column.name) ||
      (column.name !== '' && fillsIn(analysis, { member: column.name, ...(column.value ? { value: column.value } : {}), node: site.node })),
  );
}

function isNote({ member, value, step, adds }: RecordChange): boolean {
  if (mark.test(member)) return true;
  if (adds) return lookers.test(member);
  return isCounter(member) && (step === true || (value !== undefined && isStep(value) && !ts.isNumericLiteral(bare(value))));
}

/** Is a member that was missing filled in with what the caller did not send: `if (!clip.duration) { clip.duration = await measure(clip); … }`? */
function fillsIn(analysis: FileAnalysis, { member, value, node }: RecordChange): boolean {
  if (!value || isSent(analysis, value)) return false;
  const isWorkedOut = !/^(?:true|false|new Date\(\)|Date\.now\(\)|['"`\d].*)$/s.test(bare(value).getText(analysis.source));
  let child: ts.Node = node;
  for (let parent = node.parent; parent && !isFunctionNode(child); child = parent, parent = parent.parent)
    if (ts.isIfStatement(parent) && parent.thenStatement === child && misses(parent.expression, member, isWorkedOut)) return true;
  return false;
}

/** Does a condition find a member missing? That a mark is not set yet is only seen where it is compared with nothing at all. */
function misses(condition: ts.Expression, member: string, loosely: boolean): boolean {
  const value = bare(condition);
  if (ts.isBinaryExpression(value)) {
    if (/^(?:\|\||&&)$/.test(value.operatorToken.getText()))
      return misses(value.left, member, loosely) || misses(value.right, member, loosely);
    if (!/^={2,3}$/.test(value.operatorToken.getText())) return false;
    const left = bare(value.left);
    const tested = ts.isTypeOfExpression(left) ? bare(left.expression) : left;
    const isNothing = isEmptyValue(value.right) || constantString(value.right) === 'undefined';
    return isNothing && constantString(value.right) !== '' && lastName(tested) === member;
  }
  return (
    loosely &&
    ts.isPrefixUnaryExpression(value) &&
    value.operator === ts.SyntaxKind.ExclamationToken &&
    lastName(bare(value.operand)) === member
  );
}

/** Is something in it that the caller sent? */
function isSent(analysis: FileAnalysis, value: ts.Expression): boolean {
  let found = false;
  walk(value, (node) => {
    if (ts.isExpression(node) && analysis.tables.read(analysis.resolver.pathOf(node))?.input) found = true;
    return !found;
  });
  return found;
}
