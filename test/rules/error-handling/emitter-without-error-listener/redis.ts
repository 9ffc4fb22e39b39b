// packages: redis@5.1.0, ioredis@5.4.0, bullmq@5.34.0, express@5.1.0
import { Queue } from 'bullmq';
import express from 'express';
import Redis from 'ioredis';
import { createClient } from 'redis';

const cache = createClient({ url: process.env.REDIS_URL }); // expect: emitter-without-error-listener
const heard = createClient(); // ok: emitter-without-error-listener
heard.on('error', (error) => console.error('redis', error));
const chained = await createClient() // ok: emitter-without-error-listener
  .on('error', (error) => console.error('redis', error))
  .connect();
const ready = createClient().on('ready', () => console.log('ready')); // ok: emitter-without-error-listener
// ioredis and BullMQ write to the console what nobody listens for.
const other = new Redis(process.env.REDIS_URL!); // ok: emitter-without-error-listener
const queue = new Queue('mails', { connection: other });

const app = express();
app.get('/orders', async (req, res) => {
  await queue.add('mail', {});
  res.json([await cache.get('orders'), await heard.get('orders'), await chained.get('orders'), await ready.get('orders')]);
});
app.listen(3000);
