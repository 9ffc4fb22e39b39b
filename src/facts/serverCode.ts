import type { FileAnalysis } from './analysis';

const browser = ['react', 'react-dom', 'vue', 'svelte', '@angular/core', 'solid-js', 'preact', 'react-native', 'expo'];
const server = /^(node:.+|express|fastify|koa|hono|@nestjs\/.+|ws|socket\.io|pg|mysql2?|mongoose|mongodb|ioredis|redis|@prisma\/client|bullmq|bull|amqplib|kafkajs|node-cron|nodemailer|discord\.js|telegraf|passport(-.+)?|jsonwebtoken|bcrypt(js)?|next\/server|next\/headers|server-only)$/;

/**
 * Does the file run in a server, as far as one can tell? Files of unknown side count when they import what only servers
 * have, or when their package has no user interface library.
 */
export function isServerCode(analysis: FileAnalysis): boolean {
  const { side, dependencies } = analysis.context;
  if (side !== 'unknown') return side === 'server';
  if (/\.[jt]sx$/.test(analysis.file)) return false;
  if (analysis.entries.size > 0) return true;
  for (const name of analysis.imports) if (server.test(name)) return true;
  return dependencies !== undefined && !browser.some((name) => name in dependencies);
}
