// file: app/api/webhooks/route.ts
// packages: next@15.0.0, next-auth@5.0.0, @prisma/client@6.0.0
import NextAuth from 'next-auth';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const { auth: whoCalls } = NextAuth({ providers: [] });

// Addresses that people register for events of ours.
export async function POST(request: Request) { // ok: unverified-webhook
  const session = await whoCalls();
  if (!session?.user) return new Response(null, { status: 401 });
  const { url } = await request.json();
  return Response.json(await prisma.webhook.create({ data: { url, userId: session.user.id! } }));
}
