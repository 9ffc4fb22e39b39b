import type { FileAnalysis } from './analysis';

const browser = ['react', 'react-dom', 'vue', 'svelte', '@angular/core', 'solid-js', 'preact', 'react-native', 'expo'];
const server = /^(node:.+|express|fastify|koa|hono|@nestjs\/.+|ws|socket\.io|pg|mysql2?|mongoose|mongodb|ioredis|redis|@prisma\/client|bullmq|bull|amqplib|kafkajs|node-cron|nodemailer|discord\.js|telegraf|passport(-.+)?|jsonwebtoken|bcrypt(js)?|next\/server|next\/headers|server-only)$/;
const page = /\bdocument\.(getElementById|querySelector|addEventListener|createElement|body|cookie|title)|\bwindow\.(addEventListener|location|localStorage|open)\b|\blocalStorage\.(get|set)Item/;

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
  if (side !== 'unknown') return side === 'server';
  if (analysis.entries.size > 0 || importsServer(analysis)) return true;
  if (isBrowserCode(analysis)) return false;
  return dependencies !== undefined && !browser.some((name) => name in dependencies);
}

/** Does the file run in a browser: by its side, by holding elements, or by touching the page? */
export function isBrowserCode(analysis: FileAnalysis): boolean {
  if (analysis.context.side !== 'unknown') return analysis.context.side === 'client';
  if (analysis.entries.size > 0 || importsServer(analysis)) return false;
  return /\.[jt]sx$/.test(analysis.file) || page.test(analysis.source.text);
}
