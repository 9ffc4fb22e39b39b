// packages: bullmq@6.7.0, bull@4.16.5, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import Bull from 'bull';
import { type Job, Worker } from 'bullmq';
import { sendMail } from './mail';

const prisma = new PrismaClient();
const connection = { host: 'localhost' };

export const orders = new Worker(
  'orders',
  async (job) => {
    try {
      await prisma.order.update({ where: { id: job.data.id }, data: { paid: true } });
    } catch (error) {
      console.log('not again');
    }
  },
  { connection, concurrency: 5 },
);
orders.on('failed', async (job) => {
  await prisma.failure.create({ data: { job: job?.id } });
});

export const mails = new Worker('mails', sendMail, { connection });

async function archive(job: Job) {
  await fetch(`https://archive.example.com/${job.id}`);
}
export const archives = new Worker('archives', archive);

const old = new Bull('old');
old.process(async (job) => {
  await prisma.order.delete({ where: { id: job.data.id } });
});
old.process('named', 3, async () => {
  await prisma.order.deleteMany();
});
