import { Queue } from 'bullmq';
import { logger } from '../lib/logger.js';
import { redis } from '../lib/redis.js';

export type EmailJob =
  | { kind: 'booked' | 'reminder'; bookingId: string }
  | { kind: 'reset'; userId: string; token: string };

export const emailQueue = new Queue<EmailJob>('emails', {
  connection: redis,
  defaultJobOptions: {
    attempts: 5,
    backoff: { type: 'exponential', delay: 1_000 },
    removeOnComplete: { age: 24 * 60 * 60 },
    removeOnFail: { age: 14 * 24 * 60 * 60 },
  },
});

emailQueue.on('error', (err) => logger.error({ err }, 'email queue failed'));

/** A booking gets each kind of e-mail once, however often it is asked for. */
export async function enqueueEmail(job: EmailJob): Promise<void> {
  await emailQueue.add(job.kind, job, job.kind === 'reset' ? {} : { jobId: `${job.kind}-${job.bookingId}` });
}
