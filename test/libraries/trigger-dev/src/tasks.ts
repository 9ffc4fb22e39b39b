// packages: @trigger.dev/sdk@4.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { schedules, task } from '@trigger.dev/sdk';

const prisma = new PrismaClient();

export const charge = task({
  id: 'charge',
  run: async (payload: { id: string }) => {
    await fetch('https://pay.example.com', { method: 'POST', body: payload.id });
    await prisma.order.update({ where: { id: payload.id }, data: { charged: true } });
  },
});

export const cleanUp = schedules.task({
  id: 'clean-up',
  cron: '0 4 * * *',
  async run() {
    await prisma.session.deleteMany();
  },
});
