// packages: express@4.21.0, @prisma/client@6.0.0
import { EventEmitter } from 'node:events';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const bus = new EventEmitter();

// The process goes on; whoever asked waits all the same.
process.on('unhandledRejection', (reason) => console.error('not handled', reason));

const list = async (req, res) => { // expect: unhandled-async-handler
//           ^^^^^^^^^^^^^^^^^^^ a listener of the process hears of it, and nobody answers.
  res.json(await prisma.plan.findMany({ take: 5 }));
};
// One function that is registered twice fails in one place.
app.get('/plans', list);
app.get('/prices', list);

async function note() { // expect: unhandled-async-handler
//             ^^^^^^ what was begun stays half done.
  await prisma.plan.updateMany({ data: { seen: true } });
}
bus.on('seen', note);
bus.on('shown', note);
app.listen(3000);
