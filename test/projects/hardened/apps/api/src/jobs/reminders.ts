import { Queue, Worker, type Job } from 'bullmq';
import { prisma } from '../lib/db.js';
import { logger } from '../lib/logger.js';
import { redis } from '../lib/redis.js';
import { sendEmail } from '../services/email.js';
import { emailQueue, type EmailJob } from './emailQueue.js';

const HOUR_MS = 60 * 60 * 1000;
const BATCH = 500;

/** Queues a reminder for every confirmed booking of the next 24 hours. The job id keeps a booking from being reminded twice. */
async function queueReminders(): Promise<void> {
  const now = Date.now();
  const bookings = await prisma.booking.findMany({
    where: { status: 'confirmed', class: { startsAt: { gt: new Date(now), lte: new Date(now + 24 * HOUR_MS) } } },
    select: { id: true },
    orderBy: { id: 'asc' },
    take: BATCH,
  });
  await emailQueue.addBulk(
    bookings.map(({ id }: { id: string }) => ({
      name: 'reminder',
      data: { kind: 'reminder' as const, bookingId: id },
      opts: { jobId: `reminder-${id}` },
    })),
  );
  logger.info({ count: bookings.length }, 'reminders queued');
}

async function sendQueuedEmail(job: Job<EmailJob>): Promise<void> {
  const key = `email-${job.id ?? job.data.kind}`;
  if (job.data.kind === 'reset') {
    const user = await prisma.user.findUniqueOrThrow({ where: { id: job.data.userId }, select: { email: true } });
    const link = `https://kilnandclay.example/reset#${job.data.token}`;
    await sendEmail(user.email, 'Reset your password', `Choose a new password: ${link}`, key);
    return;
  }
  const booking = await prisma.booking.findUniqueOrThrow({
    where: { id: job.data.bookingId },
    select: { user: { select: { email: true } }, class: { select: { title: true } } },
  });
  const subject = job.data.kind === 'booked' ? 'Your class is booked' : 'See you tomorrow';
  await sendEmail(booking.user.email, subject, `See you at ${booking.class.title}.`, key);
}

/** Starts the hourly search and the worker that sends. Call `close` on the answer before the process ends. */
export async function startReminders(): Promise<{ close(): Promise<void> }> {
  const schedule = new Queue('reminders', { connection: redis });
  schedule.on('error', (err) => logger.error({ err }, 'reminder queue failed'));
  await schedule.upsertJobScheduler('hourly', { every: HOUR_MS }, { name: 'hourly', opts: { attempts: 3 } });

  const search = new Worker('reminders', queueReminders, { connection: redis });
  const sender = new Worker<EmailJob>('emails', sendQueuedEmail, { connection: redis, concurrency: 5 });
  for (const worker of [search, sender]) {
    worker.on('failed', (job, err) => logger.error({ err, queue: worker.name, jobId: job?.id }, 'job failed'));
    worker.on('error', (err) => logger.error({ err, queue: worker.name }, 'worker failed'));
  }

  return {
    close: async () => {
      await Promise.all([search.close(), sender.close(), schedule.close(), emailQueue.close()]);
    },
  };
}
