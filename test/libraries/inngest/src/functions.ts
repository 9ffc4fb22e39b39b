// packages: inngest@4.24.0, next@16.0.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import { inngest } from './inngest';

const prisma = new PrismaClient();

// Version 3: the trigger has an argument of its own.
export const remind = inngest.createFunction({ id: 'remind', retries: 3 }, { cron: '0 9 * * *' }, async ({ step }) => {
  await step.run('load', () => prisma.invoice.findMany());
  await fetch('https://mail.example.com', { method: 'POST' });
});

// Version 4: the triggers are among the options.
export const welcome = inngest.createFunction({ id: 'welcome', triggers: [{ event: 'user.created' }] }, async ({ event }) => {
  try {
    await prisma.user.update({ where: { id: event.data.id }, data: { welcomed: true } });
  } catch (error) {
    console.log('skipped');
  }
});
