import { privy } from '../../../lib/clients';
import { prisma } from '../../../lib/prisma';

export async function GET(request: Request) {
  try {
    await privy.verifyAuthToken(request.headers.get('authorization') ?? '');
  } catch {
    return new Response(null, { status: 401 });
  }
  return Response.json(await prisma.order.findMany());
}
