import { ts } from 'ts-morph';
import type { RequestInput } from '../model/facts';
import type { Draft } from './edits';
import { routeLabel, type Handler } from './handlers';
import { allBelow, freeInFile } from './nodes';

/** Name for a schema, in the manner of the file's other schemas: `CreateOrderBody` or `createOrderSchema`. */
export function schemaName(draft: Draft, handler: Handler, source: RequestInput['source']): string {
  const part =
    source === 'query' ? 'Query' : source === 'params' ? 'Params' : source === 'arguments' || source === 'form' ? 'Input' : 'Body';
  const label = routeLabel(handler) ?? '';
  const words = pathOf(handler, draft)
    .split('/')
    .filter((word) => word && !/^[:[{*]|^(api|v\d+)$/.test(word))
    .map((word) => pascal(word));
  const byParameter = /[:[{][\w.]+[\]}]?$/.test(label);
  const nouns =
    words.length > 0
      ? [
          ...words.slice(0, -1).map(singular),
          byParameter || (handler.method !== 'GET' && source === 'body') ? singular(words[words.length - 1]!) : words[words.length - 1]!,
        ]
      : [];
  const verbs: Record<string, string> = {
    POST: 'Create',
    PUT: 'Update',
    PATCH: 'Update',
    DELETE: 'Delete',
    GET: byParameter ? 'Get' : 'List',
  };
  const own = ownName(handler);
  // A path that says what it does needs no further verb.
  const acts =
    /^(login|logout|signup|register|checkout|refund|search|send|verify|reset|forgot|upload|chat|contact|subscribe|unsubscribe|pay|invite|import|export|sync|generate|cancel|confirm|approve|reject|accept)/i.test(
      words[words.length - 1] ?? '',
    );
  const stem = own ?? (nouns.length > 0 ? `${acts ? '' : (verbs[handler.method ?? ''] ?? '')}${nouns.slice(-2).join('')}` : 'Request');
  const camel = allBelow(draft.tree, ts.isVariableDeclaration).some((d) => /^[a-z]\w*Schema$/.test(d.name.getText(draft.tree)));
  const name = camel ? `${stem.charAt(0).toLowerCase()}${stem.slice(1)}${part === 'Body' ? '' : part}Schema` : `${stem}${part}`;
  return freeInFile(name, draft.tree);
}

/** The handler's path; for the root of a router what the router, or its file, is called after. */
function pathOf(handler: Handler, draft: Draft): string {
  const path = handler.path ?? '';
  if (/[A-Za-z]/.test(path.replace(/[:[{]\w+[\]}]?/g, ''))) return path;
  const callee = handler.registration?.expression;
  const receiver = callee && ts.isPropertyAccessExpression(callee) && ts.isIdentifier(callee.expression) ? callee.expression.text : '';
  const router = /^(\w+?)_?(Router|Routes|Api|Controller)$/i.exec(receiver)?.[1];
  const file = /([\w-]+?)([.-]?(router|routes?|controllers?|api))?\.[cm]?[jt]sx?$/i.exec(draft.source.file)?.[1];
  const subject =
    router && !/^(api|app|main|base)$/i.test(router)
      ? router
      : file && !/^(index|routes?|router|server|app|main|api|handler)$/i.test(file) && path !== ''
        ? file
        : '';
  return subject ? `/${subject}${path}` : path;
}

/** A function name that says more than the method does. */
function ownName(handler: Handler): string | undefined {
  const { fn } = handler;
  const holder = handler.framework === 'trpc' ? handler.registration?.parent : undefined;
  if (holder && (ts.isPropertyAssignment(holder) || ts.isVariableDeclaration(holder))) return pascal(holder.name.getText());
  const name =
    ts.isFunctionDeclaration(fn) || ts.isMethodDeclaration(fn)
      ? fn.name?.getText()
      : ts.isVariableDeclaration(fn.parent)
        ? fn.parent.name.getText()
        : undefined;
  return name && /^[a-z]\w+$/.test(name) && !/^(handler|handle|main|serve|default|route|get|post|put|patch)$/.test(name)
    ? pascal(name)
    : undefined;
}

function pascal(word: string): string {
  return word
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

function singular(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, 'y');
  if (/(ss|us|is)$/.test(word)) return word;
  return /(ch|sh|x|s)es$/.test(word) ? word.replace(/es$/, '') : word.replace(/s$/, '');
}
