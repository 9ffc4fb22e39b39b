// packages: express@4.21.0, @prisma/client@6.0.0
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();

process.on('unhandledRejection', (reason) => {
  console.error('not handled', reason);
  process.exit(1);
});
app.get('/plans', async (req, res) => { // expect: unhandled-async-handler
//                ^^^^^^^^^^^^^^^^^^^ the request hangs and the process can exit.
  res.json(await prisma.plan.findMany({ take: 5 }));
});
app.listen(3000);
