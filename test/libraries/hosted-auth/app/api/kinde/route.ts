// packages: next@16.0.0, @kinde-oss/kinde-auth-nextjs@2.9.0, @auth0/nextjs-auth0@4.10.0, @workos-inc/authkit-nextjs@2.5.0, @stackframe/stack@2.8.0, @privy-io/server-auth@1.30.0, @prisma/client@6.1.0
import { getKindeServerSession } from '@kinde-oss/kinde-auth-nextjs/server';
import { prisma } from '../../../lib/prisma';

export async function GET() {
  const { getUser } = getKindeServerSession();
  const user = await getUser();
  if (!user) return new Response(null, { status: 401 });
  return Response.json(await prisma.order.findMany());
}

export async function POST() {
  const { isAuthenticated } = getKindeServerSession();
  if (!(await isAuthenticated())) return new Response(null, { status: 401 });
  return Response.json(await prisma.order.create({ data: {} }));
}
