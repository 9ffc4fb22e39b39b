// packages: express@4.21.0, socket.io@4.8.0, bcrypt@5.1.1, rate-limiter-flexible@5.0.0, @prisma/client@6.0.0
import bcrypt from 'bcrypt';
import { PrismaClient } from '@prisma/client';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Server } from 'socket.io';

const prisma = new PrismaClient();
const io = new Server();
const limiter = new RateLimiterMemory({ points: 5, duration: 60 });

async function login(name: string, password: string) {
  const user = await prisma.user.findUnique({ where: { name } });
  return user && (await bcrypt.compare(password, user.hash)) ? user : undefined;
}

io.on('connection', (socket) => {
  socket.on('login', async (data, callback) => { // expect: missing-rate-limit
    const user = await login(data.name, data.password);
    callback({ ok: user !== undefined });
  });
  socket.on('signIn', async (data, callback) => { // ok: missing-rate-limit
    await limiter.consume(socket.handshake.address);
    const user = await login(data.name, data.password);
    callback({ ok: user !== undefined });
  });
  socket.on('message', async (data) => { // ok: missing-rate-limit
    await prisma.message.create({ data: { text: String(data.text) } });
  });
});
