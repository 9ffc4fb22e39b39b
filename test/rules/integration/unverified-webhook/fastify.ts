// packages: fastify@5.0.0, @prisma/client@6.0.0, twilio@5.0.0
import Fastify from 'fastify';
import twilio from 'twilio';
import { PrismaClient } from '@prisma/client';

const app = Fastify();
const prisma = new PrismaClient();

app.post('/twilio-webhook', async (request) => { // expect: unverified-webhook
  const { From, Body } = request.body as { From: string; Body: string };
  await prisma.message.create({ data: { from: From, text: Body } });
  return {};
});

app.post('/webhook/twilio', async (request, reply) => { // ok: unverified-webhook
  const body = request.body as { From: string; Body: string };
  if (!twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN!, String(request.headers['x-twilio-signature']), 'https://acme.example/webhook/twilio', body)) return reply.code(403).send();
  await prisma.message.create({ data: { from: body.From, text: body.Body } });
  return {};
});
