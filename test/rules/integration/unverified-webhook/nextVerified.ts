// file: app/api/webhooks/clerk/route.ts
// packages: next@15.0.0, svix@1.40.0, @prisma/client@6.0.0
import { Webhook } from 'svix';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // ok: unverified-webhook
  const body = await request.text();
  let event;
  try {
    event = new Webhook(process.env.CLERK_WEBHOOK_SECRET!).verify(body, Object.fromEntries(request.headers)) as { type: string; data: { id: string; email: string } };
  } catch {
    return new Response('bad signature', { status: 400 });
  }
  if (event.type === 'user.created') await prisma.user.create({ data: { id: event.data.id, email: event.data.email } });
  return Response.json({ received: true });
}
