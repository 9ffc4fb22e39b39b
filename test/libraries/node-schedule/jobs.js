const schedule = require('node-schedule');
const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

schedule.scheduleJob('0 19 * * 7', async function () {
  await prisma.session.deleteMany({ where: { ended: true } });
});

const rule = new schedule.RecurrenceRule();
rule.hour = 3;
schedule.scheduleJob(rule, () => console.log('every night'));
