import { ts } from 'ts-morph';
import type { FileAnalysis } from './analysis';

const browser = ['react', 'react-dom', 'vue', 'svelte', '@angular/core', 'solid-js', 'preact', 'react-native', 'expo'];
const server =
  /^(node:.+|express|fastify|koa|hono|@nestjs\/.+|ws|socket\.io|pg|mysql2?|mongoose|mongodb|ioredis|redis|@prisma\/client|bullmq|bull|amqplib|kafkajs|node-cron|nodemailer|discord\.js|telegraf|passport(-.+)?|jsonwebtoken|bcrypt(js)?|next\/server|next\/headers|server-only)$/;
const page =
  /\bchrome\.(runtime|tabs|storage|action|scripting|cookies)\b|\bdocument\.(getElementById|querySelector|addEventListener|createElement|body|cookie|title)|\bwindow\.(addEventListener|location|localStorage|open)\b|\blocalStorage\.(get|set)Item/;

function importsServer(analysis: FileAnalysis): boolean {
  for (const name of analysis.imports) if (server.test(name)) return true;
  return false;
}

/**
 * Does the file run in a server, as far as one can tell? Files of unknown side count when they import what only servers
 * have, or when their package has no user interface library and they touch no page.
 */
export function isServerCode(analysis: FileAnalysis): boolean {
  const { side, dependencies } = analysis.context;
  if (side === 'client' || isOneOff(analysis)) return false;
  if (side === 'server') return !isBrowserCode(analysis);
  if (analysis.entries.size > 0 || importsServer(analysis)) return true;
  if (isBrowserCode(analysis)) return false;
  return dependencies !== undefined && !browser.some((name) => name in dependencies);
}

const known = new WeakMap<FileAnalysis, boolean>();

/** Does the file run in a browser: by its side, by holding elements, or by touching the page? */
export function isBrowserCode(analysis: FileAnalysis): boolean {
  let answer = known.get(analysis);
  if (answer === undefined) {
    answer = looksLikeBrowser(analysis);
    known.set(analysis, answer);
  }
  return answer;
}

function looksLikeBrowser(analysis: FileAnalysis): boolean {
  const { side } = analysis.context;
  if (side === 'client') return true;
  if (analysis.entries.size > 0 || importsServer(analysis)) return false;
  // A plain script that touches the page is served to browsers, wherever it lies.
  if (side === 'server') return analysis.outline.imports.length === 0 && page.test(analysis.source.text);
  return /\.[jt]sx$/.test(analysis.file) || page.test(analysis.source.text);
}

const frameworks = /^(?:next|nuxt|astro|gatsby|@sveltejs\/kit|@remix-run\/.+|@react-router\/.+|@tanstack\/.*start|h3|nitro|electron)$/;

/** A file of an application that is nothing but what browsers download: no server stands beside it, and the platform runs it nowhere. */
export function isOfPageAlone(analysis: FileAnalysis): boolean {
  const { side, dependencies } = analysis.context;
  if (side !== 'unknown') return side === 'client';
  if (!dependencies || importsServer(analysis) || analysis.entries.size > 0 || isEdgeCode(analysis)) return false;
  const names = Object.keys(dependencies);
  return names.some((name) => browser.includes(name)) && !names.some((name) => server.test(name) || frameworks.test(name));
}

/**
 * A script at the top of its package that nobody can import and that serves nothing: an import, a scraper, a repair that
 * somebody runs by hand and watches.
 */
export function isOneOff(analysis: FileAnalysis): boolean {
  if (analysis.innerPath.includes('/') || analysis.entries.size > 0) return false;
  if (analysis.exports.length > 0 && !/import\.meta\.url\s*===|require\.main\s*===/.test(analysis.source.text)) return false;
  if (/^(index|main|server|app|bot|worker|start|cluster|scheduler)\b/.test(analysis.innerPath)) return false;
  return !analysis.sites.some(
    ({ node }) => ts.isPropertyAccessExpression(node.expression) && /^(listen|serve|login|launch)$/.test(node.expression.name.text),
  );
}

const shownToBrowsers = /^(NEXT_PUBLIC_|PUBLIC_|VITE_|REACT_APP_|EXPO_PUBLIC_|GATSBY_|NODE_ENV$|NEXT_RUNTIME$|VERCEL)/;

/** Does the file read settings without the prefix of public ones? They are empty in a browser. */
export function readsServerSettings(analysis: FileAnalysis): boolean {
  return analysis.outline.members.some((node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isPropertyAccessExpression(node.expression) || node.expression.name.text !== 'env')
      return false;
    const root = node.expression.expression;
    return ts.isIdentifier(root) && root.text === 'process' && !shownToBrowsers.test(node.name.text);
  });
}

const edgePlace = /(^|\/)(supabase|netlify)\/(edge-)?functions\/|(^|\/)convex\/|(^|\/)(src\/)?(middleware|proxy)\.[jt]s$/;
const edgeRuntime = /\bexport\s+const\s+runtime\s*=\s*['"](edge|experimental-edge)['"]|\bDeno\.|from\s+['"](https:|jsr:|npm:)/;

/** Does the file run at the edge or in Deno, where loggers made for Node have nothing to write to? */
export function isEdgeCode(analysis: FileAnalysis): boolean {
  const { dependencies } = analysis.context;
  return (
    edgePlace.test(analysis.file) ||
    edgeRuntime.test(analysis.source.text) ||
    (dependencies !== undefined && ('wrangler' in dependencies || '@cloudflare/workers-types' in dependencies))
  );
}
