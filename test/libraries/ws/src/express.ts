// packages: ws@8.23.0, express-ws@5.0.2, express@5.1.0
import express from 'express';
import expressWs from 'express-ws';
import { PrismaClient } from '@prisma/client';
import { requireUser } from './requireUser';

const prisma = new PrismaClient();
const app = express();
expressWs(app);

app.ws('/open', (socket) => {
  socket.on('message', async (data) => {
    await prisma.message.create({ data: JSON.parse(String(data)) });
  });
});

app.ws('/guarded', requireUser, (socket) => {
  socket.on('message', async (data) => {
    await prisma.message.create({ data: JSON.parse(String(data)) });
  });
});
