import { ts } from 'ts-morph';
import type { DisabledCheck } from '../../model/configuration';
import type { Fact } from '../../model/facts';
import type { TextEdit } from '../../model/fix';
import { majorOf } from '../../project/packages';
import { memberRemoval } from '../../syntax/members';
import { bare, walk } from '../../syntax/nodes';
import type { FileAnalysis } from '../analysis';

const comment = '@ts-nocheck';

/** What keeps tools from checking the code: options in their configuration, and a comment for the compiler at the top of a file. */
export function recogniseDisabledChecks(analysis: FileAnalysis): Fact[] {
  const { file, packageDir, dependencies } = analysis.context;
  const inner = packageDir === '' ? file : file.slice(packageDir.length + 1);
  const options = analysis.tables.checkOptions.filter((role) => {
    if (!role.files.test(inner) || !analysis.text.includes(lastOf(role.option))) return false;
    return role.until === undefined || (majorOf(dependencies?.[role.package] ?? '') ?? 0) < role.until;
  });
  const facts: Fact[] = options.length > 0 ? inOptions(analysis, options) : [];
  return analysis.text.includes(comment) ? [...facts, ...inComment(analysis)] : facts;
}

type Options = FileAnalysis['tables']['checkOptions'];

function lastOf(option: string): string {
  return option.slice(option.lastIndexOf('.') + 1);
}

function inOptions(analysis: FileAnalysis, options: Options): DisabledCheck[] {
  const found: DisabledCheck[] = [];
  walk(analysis.source, (node) => {
    if (!ts.isPropertyAssignment(node) || analysis.isKnown(node)) return;
    const path = optionPath(node);
    const role = options.find(({ option }) => path === option || path.endsWith(`.${option}`));
    if (!role) return;
    const value = bare(node.initializer);
    if (value.kind === ts.SyntaxKind.FalseKeyword || isForDevelopment(value.getText(analysis.source))) return;
    const isSet = value.kind === ts.SyntaxKind.TrueKeyword;
    found.push({
      ...analysis.base(node),
      kind: 'disabledCheck',
      check: role.check,
      by: 'option',
      label: role.option,
      weakened: false,
      depends: !isSet,
      ...(isSet ? { mended: removal(node, analysis.source) } : {}),
    });
  });
  return found;
}

/** Names of the property and of those around it, `typescript.ignoreBuildErrors`. */
export function optionPath(property: ts.PropertyAssignment): string {
  const names: string[] = [];
  for (let node: ts.Node = property; ts.isPropertyAssignment(node) && ts.isObjectLiteralExpression(node.parent); node = node.parent.parent)
    names.unshift(node.name.getText().replace(/['"]/g, ''));
  return names.join('.');
}

/** Builds for production never see it. */
function isForDevelopment(condition: string): boolean {
  return /^process\.env\.NODE_ENV\s*(?:===?\s*['"](?:development|test)['"]|!==?\s*['"]production['"])$/.test(condition);
}

/** The object around it goes as well when nothing else is in it. */
function removal(property: ts.PropertyAssignment, source: ts.SourceFile): TextEdit[] {
  let whole = property;
  for (let object = property.parent; object.properties.length === 1; object = whole.parent) {
    const outer = object.parent;
    if (!ts.isPropertyAssignment(outer) || /\/\/|\/\*/.test(object.getText(source))) break;
    whole = outer;
  }
  return [memberRemoval(source.text, { start: whole.getStart(source), end: whole.end })];
}

/** Where tools write code, and where servers are described. */
const aside = /(?:^|\/)(?:generated|infra(?:structure)?|cdk|iac|terraform|deploy(?:ment)?)\//;

/** The compiler heeds it in comments above the first statement of TypeScript alone. */
function inComment(analysis: FileAnalysis): DisabledCheck[] {
  const { role, side, file } = analysis.context;
  if (role !== 'source' || side !== 'server' || aside.test(file) || !/\.[cm]?tsx?$/.test(file)) return [];
  const { text } = analysis.source;
  const place = (ts.getLeadingCommentRanges(text, ts.getShebang(text)?.length ?? 0) ?? []).find(({ pos, end }) =>
    /^(?:\/\/|\/\*)[\s*/]*@ts-nocheck\b/.test(text.slice(pos, end)),
  );
  if (!place) return [];
  const span = { start: place.pos, end: place.end };
  const lineEnd = text.indexOf('\n', place.end);
  // What else stands in the comment explains the code, or speaks to others.
  const isAlone =
    /^(?:\/\/\s*@ts-nocheck\s*|\/\*\s*@ts-nocheck\s*\*\/)$/.test(text.slice(place.pos, place.end)) &&
    text.slice(place.end, lineEnd === -1 ? text.length : lineEnd).trim() === '';
  const mended = isAlone ? { mended: [{ start: place.pos, end: lineEnd === -1 ? text.length : lineEnd + 1, newText: '' }] } : {};
  const fact: DisabledCheck = {
    kind: 'disabledCheck',
    file,
    span,
    scope: '',
    inRequestPath: 'absent',
    check: 'types',
    by: 'comment',
    label: comment,
    weakened: false,
    depends: false,
    ...mended,
  };
  return [fact];
}
