import { getSessionCookie } from 'better-auth/cookies';
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  if (!getSessionCookie(request)) return new Response(null, { status: 401 });
  return Response.json(await prisma.order.findMany());
}
