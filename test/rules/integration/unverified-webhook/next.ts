// file: app/api/webhooks/clerk/route.ts
// packages: next@15.0.0, svix@1.40.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function POST(request: Request) { // expect: unverified-webhook
  const event = await request.json();
  if (event.type === 'user.created') await prisma.user.create({ data: { id: event.data.id, email: event.data.email } });
  return Response.json({ received: true });
}
