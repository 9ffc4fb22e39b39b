// packages: next@15.1.0, @prisma/client@6.1.0

// file: lib/db.ts
import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();

// file: app/api/webhooks/basic/route.ts
// endpoint: POST /api/webhooks/basic signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const auth = req.headers.get('authorization'); const expected = 'Basic ' + Buffer.from(`${process.env.WH_USER}:${process.env.WH_PASS}`).toString('base64'); if (auth !== expected) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/clerk/route.ts
// endpoint: POST /api/webhooks/clerk signed
import { verifyWebhook } from '@clerk/nextjs/webhooks';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  try { const evt = await verifyWebhook(req); } catch { return new Response('', { status: 400 }); }
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/cryptoVerify/route.ts
// endpoint: POST /api/webhooks/cryptoVerify signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = crypto.verify(null, Buffer.from(await req.text()), process.env.PUBLIC_KEY!, Buffer.from(req.headers.get('x-sig')!, 'base64')); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/discord/route.ts
// endpoint: POST /api/webhooks/discord signed
import { verifyKey } from 'discord-interactions';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = await verifyKey(await req.text(), req.headers.get('x-signature-ed25519')!, req.headers.get('x-signature-timestamp')!, process.env.DISCORD_PUBLIC_KEY!); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/ignored/route.ts
// endpoint: POST /api/webhooks/ignored unsigned
import { Webhooks } from '@octokit/webhooks';
const webhooks = new Webhooks({ secret: process.env.WH! });
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  await webhooks.verify(await req.text(), req.headers.get('x-hub-signature-256')!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/line/route.ts
// endpoint: POST /api/webhooks/line signed
import { validateSignature } from '@line/bot-sdk';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (!validateSignature(await req.text(), process.env.CHANNEL_SECRET!, req.headers.get('x-line-signature')!)) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/liveblocks/route.ts
// endpoint: POST /api/webhooks/liveblocks signed
import { WebhookHandler } from '@liveblocks/node';
const handler = new WebhookHandler(process.env.WH!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  let event; try { event = handler.verifyRequest({ headers: req.headers, rawBody: await req.text() }); } catch { return new Response('', { status: 400 }); }
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/mailgun/route.ts
// endpoint: POST /api/webhooks/mailgun signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const { signature, payload } = await req.json(); const digest = crypto.createHmac('sha256', process.env.MG!).update(signature.timestamp.concat(signature.token)).digest('hex'); const valid = digest === signature.signature; if (!valid) { console.error('x'); return new Response('', { status: 406 }); }
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/mux/route.ts
// endpoint: POST /api/webhooks/mux signed
import Mux from '@mux/mux-node';
const mux = new Mux();
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = mux.webhooks.unwrap(await req.text(), req.headers, process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/muxVerify/route.ts
// endpoint: POST /api/webhooks/muxVerify signed
import Mux from '@mux/mux-node';
const mux = new Mux();
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  mux.webhooks.verifySignature(await req.text(), req.headers, process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/nacl/route.ts
// endpoint: POST /api/webhooks/nacl signed
import nacl from 'tweetnacl';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = nacl.sign.detached.verify(Buffer.from(await req.text()), Buffer.from(req.headers.get('x-signature-ed25519')!, 'hex'), Buffer.from(process.env.PUBLIC_KEY!, 'hex')); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/nextSanity/route.ts
// endpoint: POST /api/webhooks/nextSanity signature?
import { parseBody } from 'next-sanity/webhook';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const { isValidSignature, body } = await parseBody<any>(req as any, process.env.SANITY_SECRET); if (!isValidSignature) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/none/route.ts
// endpoint: POST /api/webhooks/none unsigned

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const b = await req.json();
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/noneHeader/route.ts
// endpoint: POST /api/webhooks/noneHeader unsigned

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (!req.headers.get('stripe-signature')) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/octokit/route.ts
// endpoint: POST /api/webhooks/octokit signed
import { Webhooks } from '@octokit/webhooks';
const webhooks = new Webhooks({ secret: process.env.WH! });
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (!(await webhooks.verify(await req.text(), req.headers.get('x-hub-signature-256')!))) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/octokitMethods/route.ts
// endpoint: POST /api/webhooks/octokitMethods signed
import { verify } from '@octokit/webhooks-methods';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = await verify(process.env.WH!, await req.text(), req.headers.get('x-hub-signature-256')!); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/openai/route.ts
// endpoint: POST /api/webhooks/openai signed
import OpenAI from 'openai';
const client = new OpenAI({ webhookSecret: process.env.WH });
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await client.webhooks.unwrap(await req.text(), req.headers);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/paddle/route.ts
// endpoint: POST /api/webhooks/paddle signed
import { Paddle } from '@paddle/paddle-node-sdk';
const paddle = new Paddle(process.env.PADDLE!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await paddle.webhooks.unmarshal(await req.text(), process.env.WH!, req.headers.get('paddle-signature')!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/polar/route.ts
// endpoint: POST /api/webhooks/polar signed
import { validateEvent } from '@polar-sh/sdk/webhooks';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = validateEvent(await req.text(), Object.fromEntries(req.headers), process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/qstash/route.ts
// endpoint: POST /api/webhooks/qstash signed
import { Receiver } from '@upstash/qstash';
const receiver = new Receiver({ currentSigningKey: process.env.A!, nextSigningKey: process.env.B! });
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = await receiver.verify({ signature: req.headers.get('upstash-signature')!, body: await req.text() }); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/querySecret/route.ts
// endpoint: POST /api/webhooks/querySecret signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const secret = new URL(req.url).searchParams.get('secret'); if (secret !== process.env.REVALIDATE_SECRET) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/razorpay/route.ts
// endpoint: POST /api/webhooks/razorpay signed
import Razorpay from 'razorpay';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = Razorpay.validateWebhookSignature(await req.text(), req.headers.get('x-razorpay-signature')!, process.env.WH!); if (!ok) return new Response('', { status: 400 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/razorpay2/route.ts
// endpoint: POST /api/webhooks/razorpay2 signed
import { validateWebhookSignature } from 'razorpay/dist/utils/razorpay-utils';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (!validateWebhookSignature(await req.text(), req.headers.get('x-razorpay-signature')!, process.env.WH!)) return new Response('', { status: 400 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/resend/route.ts
// endpoint: POST /api/webhooks/resend signed
import { Resend } from 'resend';
const resend = new Resend(process.env.R);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = resend.webhooks.verify({ payload: await req.text(), headers: { id: '', timestamp: '', signature: '' }, webhookSecret: process.env.WH! });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/sanity/route.ts
// endpoint: POST /api/webhooks/sanity signed
import { isValidSignature } from '@sanity/webhook';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (!(await isValidSignature(await req.text(), req.headers.get('sanity-webhook-signature')!, process.env.SANITY_SECRET!))) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/sendgrid/route.ts
// endpoint: POST /api/webhooks/sendgrid signed
import { EventWebhook } from '@sendgrid/eventwebhook';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ew = new EventWebhook(); const key = ew.convertPublicKeyToECDSA(process.env.SG_KEY!); if (!ew.verifySignature(key, await req.text(), req.headers.get('x-sig')!, req.headers.get('x-ts')!)) return new Response('', { status: 403 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/shopify/route.ts
// endpoint: POST /api/webhooks/shopify signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const body = await req.text(); const hash = crypto.createHmac('sha256', process.env.SHOPIFY!).update(body, 'utf8').digest('base64'); const a = Buffer.from(hash), b = Buffer.from(req.headers.get('x-shopify-hmac-sha256') ?? ''); if (a.length !== b.length || !crypto.timingSafeEqual(a, b)) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/shopifyApi/route.ts
// endpoint: POST /api/webhooks/shopifyApi signed
import { shopifyApi } from '@shopify/shopify-api';
const shopify = shopifyApi({} as any);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const { valid } = await shopify.webhooks.validate({ rawBody: await req.text(), rawRequest: req }); if (!valid) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/slack/route.ts
// endpoint: POST /api/webhooks/slack signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const body = await req.text(); const ts = req.headers.get('x-slack-request-timestamp'); const mine = `v0=${crypto.createHmac('sha256', process.env.SLACK_SIGNING_SECRET!).update(`v0:${ts}:${body}`).digest('hex')}`; const sig = req.headers.get('x-slack-signature')!; const valid = crypto.timingSafeEqual(Buffer.from(mine, 'utf8'), Buffer.from(sig, 'utf8')); if (!valid) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/square/route.ts
// endpoint: POST /api/webhooks/square signed
import { WebhooksHelper } from 'square';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = await WebhooksHelper.verifySignature({ requestBody: await req.text(), signatureHeader: req.headers.get('x-square-hmacsha256-signature')!, signatureKey: process.env.SQ!, notificationUrl: 'https://x' }); if (!ok) return new Response('', { status: 403 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/standard/route.ts
// endpoint: POST /api/webhooks/standard signed
import { Webhook } from 'standardwebhooks';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  new Webhook(process.env.WH!).verify(await req.text(), Object.fromEntries(req.headers));
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/stripe/route.ts
// endpoint: POST /api/webhooks/stripe signed
import Stripe from 'stripe';
const stripe=new Stripe(process.env.STRIPE_KEY!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = stripe.webhooks.constructEvent(await req.text(), req.headers.get('stripe-signature')!, process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/stripeAsync/route.ts
// endpoint: POST /api/webhooks/stripeAsync signed
import Stripe from 'stripe';
const stripe=new Stripe(process.env.STRIPE_KEY!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  let event: Stripe.Event; try { event = await stripe.webhooks.constructEventAsync(await req.text(), req.headers.get('stripe-signature')!, process.env.WH!); } catch (e) { return new Response('bad', { status: 400 }); }
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/subtle/route.ts
// endpoint: POST /api/webhooks/subtle signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.WH!), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']); const ok = await crypto.subtle.verify('HMAC', key, Buffer.from(req.headers.get('x-sig')!, 'hex'), new TextEncoder().encode(await req.text())); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/subtleSign/route.ts
// endpoint: POST /api/webhooks/subtleSign signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(process.env.WH!), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']); const mac = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(await req.text())); const hex = Array.from(new Uint8Array(mac)).map((b) => b.toString(16).padStart(2, '0')).join(''); if (hex !== req.headers.get('x-sig')) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/svix/route.ts
// endpoint: POST /api/webhooks/svix signed
import { Webhook } from 'svix';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const wh = new Webhook(process.env.WH!); let evt; try { evt = wh.verify(await req.text(), { 'svix-id': req.headers.get('svix-id')!, 'svix-timestamp': '', 'svix-signature': '' }); } catch { return new Response('', { status: 400 }); }
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/telegram/route.ts
// endpoint: POST /api/webhooks/telegram signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  if (req.headers.get('x-telegram-bot-api-secret-token') !== process.env.TELEGRAM_SECRET) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/tokenInBody/route.ts
// endpoint: POST /api/webhooks/tokenInBody signed

import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const b = await req.json(); if (b.token !== process.env.SLACK_VERIFICATION_TOKEN) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/twilio/route.ts
// endpoint: POST /api/webhooks/twilio signed
import twilio from 'twilio';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = twilio.validateRequest(process.env.TWILIO_AUTH_TOKEN!, req.headers.get('x-twilio-signature')!, 'https://x', {}); if (!ok) return new Response('', { status: 403 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/verifyKeyObject/route.ts
// endpoint: POST /api/webhooks/verifyKeyObject signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const ok = crypto.createVerify('RSA-SHA256').update(await req.text()).verify(process.env.PUBLIC_KEY!, req.headers.get('x-sig')!, 'base64'); if (!ok) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/whatsapp/route.ts
// endpoint: POST /api/webhooks/whatsapp signed
import crypto from 'crypto';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const body = await req.text(); const expected = 'sha256=' + crypto.createHmac('sha256', process.env.APP_SECRET!).update(body).digest('hex'); if (req.headers.get('x-hub-signature-256') !== expected) return new Response('', { status: 401 });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/workos/route.ts
// endpoint: POST /api/webhooks/workos signed
import { WorkOS } from '@workos-inc/node';
const workos = new WorkOS(process.env.W!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await workos.webhooks.constructEvent({ payload: await req.json(), sigHeader: req.headers.get('workos-signature')!, secret: process.env.WH! });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u1/route.ts
// endpoint: POST /api/webhooks/u1 signature?
import { verifyWebhookSignature } from 'foo-pay';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  verifyWebhookSignature(await req.text(), req.headers.get('x-signature'), process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u10/route.ts
// endpoint: POST /api/webhooks/u10 unsigned
import { track } from 'foo-log';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  track('webhook', { ua: req.headers.get('user-agent'), sig: req.headers.get('x-signature') });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u2/route.ts
// endpoint: POST /api/webhooks/u2 signed
import { verifyWebhookSignature } from 'foo-pay';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  await verifyWebhookSignature(await req.text(), req.headers.get('x-signature'), process.env.WH!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u3/route.ts
// endpoint: POST /api/webhooks/u3 signature?
import { Foo } from 'foo-pay';
const foo = new Foo(process.env.WH!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = foo.parseEvent(await req.text(), req.headers.get('x-foo-signature')!);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u4/route.ts
// endpoint: POST /api/webhooks/u4 signature?
import { Foo } from 'foo-pay';
const foo = new Foo(process.env.WH!);
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = foo.webhooks.unwrap(await req.text(), req.headers);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u5/route.ts
// endpoint: POST /api/webhooks/u5 signature?
import { readEvent } from 'foo-pay';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await readEvent(req, { secret: process.env.WH });
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u6/route.ts
// endpoint: POST /api/webhooks/u6 signature?
import { validateWebhook } from 'foo-pay';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await validateWebhook(req);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u7/route.ts
// endpoint: POST /api/webhooks/u7 signature?
import { Webhooks } from 'foo-pay';
const hooks = Webhooks({ secret: process.env.WH! });
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const r = await hooks.handle(req);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u8/route.ts
// endpoint: POST /api/webhooks/u8 unsigned
import { readJson } from 'foo-json';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = await readJson(req);
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}

// file: app/api/webhooks/u9/route.ts
// endpoint: POST /api/webhooks/u9 unsigned
import { readJson } from 'foo-json';
import { prisma } from '../../../../lib/db';
export async function POST(req: Request) {
  const event = readJson(await req.text());
  await prisma.order.update({ where: { id: '1' }, data: { paid: true } });
  return Response.json({});
}
