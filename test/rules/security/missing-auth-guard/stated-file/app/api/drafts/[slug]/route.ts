// packages: next@15.1.0, @prisma/client@6.0.0
/**
 * Drafts, put together with the public API of the publisher.
 */
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) { // expect: missing-auth-guard(warning medium)
  const { slug } = await params;
  return Response.json(await prisma.organization.findFirst({ where: { slug } }));
}
