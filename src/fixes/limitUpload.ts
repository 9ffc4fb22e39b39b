import { ts } from 'ts-morph';
import type { UploadFact } from '../model/facts';
import type { FileEdit } from '../model/fix';
import type { FixProposal, FixSource } from '../model/rule';
import { bare, propertyOf } from '../syntax/nodes';
import { Draft } from './edits';
import { isCall, nodeAt } from './nodes';

/** Gives a parser of uploads a largest size. */
export function limitUpload(upload: UploadFact): FixProposal {
  return { id: 'limit-upload', kind: 'suggestion', title: 'Limit files to 10 MB', build: (source) => build(upload, source) };
}

const limit = '10 * 1024 * 1024';

/** `multer({ storage })` becomes `multer({ storage, limits: { fileSize: 10 * 1024 * 1024 } })`. */
function build(upload: UploadFact, source: FixSource): FileEdit[] | undefined {
  const draft = new Draft(source);
  const call = nodeAt(draft.tree, upload.span);
  if (!isCall(call)) return undefined;
  const args = call.arguments ?? [];
  const options = optionsOf(draft, args[0]);
  // Half a file that looks like a whole one is worse than none.
  if (args.length > 1 || !upload.refuses) return undefined;
  if (args.length === 0) {
    const open = draft.text.lastIndexOf('(', call.end - 1);
    if (draft.text.slice(open, call.end).replace(/\s/g, '') !== '()') return undefined;
    draft.replace(open, call.end, `({ limits: { fileSize: ${limit} } })`);
    return draft.finish();
  }
  if (!options) return undefined;
  const limits = propertyOf(options, 'limits');
  if (limits && ts.isMethodDeclaration(limits)) return undefined;
  const target = limits ? bare(limits) : options;
  if (!ts.isObjectLiteralExpression(target)) return undefined;
  // A limit that says there is none.
  const size = propertyOf(target, 'fileSize');
  if (limits && size && !ts.isMethodDeclaration(size)) {
    draft.replace(size.getStart(draft.tree), size.end, limit);
    return draft.finish();
  }
  const property = limits ? `fileSize: ${limit}` : `limits: { fileSize: ${limit} }`;
  const last = target.properties[target.properties.length - 1];
  if (!last) draft.replace(target.getStart(draft.tree), target.end, `{ ${property} }`);
  else {
    const start = last.getStart(draft.tree);
    const line = draft.text.slice(draft.text.lastIndexOf('\n', start - 1) + 1, start);
    draft.insert(last.end, /^\s*$/.test(line) ? `,\n${line}${property}` : `, ${property}`);
  }
  return draft.finish();
}

/** Options that are written out in the call, or behind a name of this file. */
function optionsOf(draft: Draft, node: ts.Expression | undefined): ts.ObjectLiteralExpression | undefined {
  const value = node && bare(node);
  if (!value) return undefined;
  if (ts.isObjectLiteralExpression(value)) return value;
  if (!ts.isIdentifier(value)) return undefined;
  for (const statement of draft.tree.statements) {
    if (!ts.isVariableStatement(statement)) continue;
    const found = statement.declarationList.declarations.find(({ name }) => ts.isIdentifier(name) && name.text === value.text);
    const initializer = found?.initializer && bare(found.initializer);
    if (initializer) return ts.isObjectLiteralExpression(initializer) ? initializer : undefined;
  }
  return undefined;
}
