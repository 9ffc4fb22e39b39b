import './instrument.js';
import * as Sentry from '@sentry/node';
import { app } from './app.js';
import { env } from './env.js';
import { startReminders } from './jobs/reminders.js';
import { pool, prisma } from './lib/db.js';
import { logger } from './lib/logger.js';
import { startMetrics } from './lib/metrics.js';
import { redis } from './lib/redis.js';

const server = app.listen(env.PORT, () => logger.info({ port: env.PORT }, 'API listening'));
const metrics = startMetrics();
const reminders = await startReminders();

let stopping = false;

async function shutDown(reason: string, code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  logger.info({ reason }, 'shutting down');
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  metrics.close();
  await reminders.close();
  await Promise.all([pool.end(), prisma.$disconnect(), redis.quit(), Sentry.flush(2_000)]);
  process.exit(code);
}

function stopWith(reason: string, code: number): void {
  shutDown(reason, code).catch((err: unknown) => {
    logger.fatal({ err }, 'shutdown failed');
    process.exit(1);
  });
}

process.on('SIGTERM', () => stopWith('SIGTERM', 0));
process.on('SIGINT', () => stopWith('SIGINT', 0));
process.on('uncaughtException', (err) => {
  logger.fatal({ err }, 'uncaught exception');
  Sentry.captureException(err);
  stopWith('uncaughtException', 1);
});
process.on('unhandledRejection', (err) => {
  logger.fatal({ err }, 'unhandled rejection');
  Sentry.captureException(err);
  stopWith('unhandledRejection', 1);
});
