import type { FileFacts } from '../model/facts';
import { lineStartsOfText } from '../syntax/ranges';
import type { FileContext } from './fileContext';
import { commentsOf } from './fileFacts';
import { mayGuess } from './guessing';
import { comparesText } from './recognise/comparedCredentials';
import { isPageScript } from './pageSinks';
import { mayHoldSecret, mayHoldShape } from './secretShapes';
import { packagesOf, type Tables } from './tables';

/** What a failure of an asynchronous call is seen by. */
const failure = /\bcatch\b|\.then\s*\(/;

/**
 * What stands in all code of which facts are made without a call that is known by its name: settings, decorators, comments
 * for tools, forms and files, policies, guards that are applied in other ways, calls by a name in brackets, and what a function
 * of the project makes of an object or a list, which may be anything, or of an application that it is handed, or one that it makes.
 */
const telling =
  /\benv\b|\bnew (?:(?:App|Application|Server)\b|\w*(?:Rout(?:e|er)|Controller|Api|API|App|Application|Server|Endpoint|Resource|Module)s?\s*\()|\bextends \w*(?:Rout(?:e|er)|Controller|Api|API|App|Application|Server|Endpoint|Resource|Module)s?\b|^\s*@\w|@ts-nocheck|['"]use server['"]|[uU]pload|multer|[fF]orm-?[dD]ata|multipart|Interceptor|dangerously|[aA]ccess-[cC]ontrol|\b(?:cors|CORS|Cors)\b|\.(?:call|apply|bind)\s*\(|[\w$)]\]\s*\(|[\w$]\s*\(\s*(?:[{[]|(?:app|server|router|fastify|api)\s*[,)])/m;

/**
 * Is there nothing in a file that any rule judges, as its text alone can tell? Nobody mends generated code; in tests and
 * examples only credentials are wrong; in a browser also failures that nobody hears of, and links that decide what a page holds. Half of a usual project is such
 * files, and they need no tree unless another file asks about them.
 */
export function isQuiet(context: FileContext, text: string, tables: Tables): boolean {
  if (context.role === 'generated') return true;
  if (context.role === 'test' || context.role === 'example') return !mayHoldShape(text);
  if (isEntry(context, text, tables)) return false;
  // What code of a server may get wrong takes a call or a word that says so; settings and tables for tools are read whole.
  if (context.side !== 'client' && (context.role !== 'source' || tables.speaking.test(text) || telling.test(text) || mayGuess(text)))
    return false;
  return (
    !failure.test(text) &&
    !comparesText.test(text) &&
    !tables.exposing.test(text) &&
    !isPageScript(tables, text) &&
    !tables.traces.test(text) &&
    !mayHoldSecret(text)
  );
}

const serverDirective = /['"]use server['"]/;

/** May the file answer requests because of where it lies? Actions may lie anywhere, and say so. */
function isEntry({ file, packageDir, dependencies }: FileContext, text: string, tables: Tables): boolean {
  const inner = packageDir ? file.slice(packageDir.length + 1) : file;
  const routes = dependencies ? tables.fileRoutesOf(dependencies).filter((route) => packagesOf(route).length > 0) : tables.fileRoutes;
  return routes.some((route) => route.pattern.test(inner) && (route.shape !== 'actions' || serverDirective.test(text)));
}

/** Facts of a quiet file until somebody asks for its summary. */
export function quietFacts(file: string, text: string): FileFacts {
  return {
    file,
    lineStarts: lineStartsOfText(text),
    functions: [],
    facts: [],
    summary: { exports: {}, stars: [], functions: {}, classes: {}, builders: {} },
    dependsOn: [],
    packages: [],
    broken: false,
    comments: commentsOf(text),
    deferred: true,
  };
}
