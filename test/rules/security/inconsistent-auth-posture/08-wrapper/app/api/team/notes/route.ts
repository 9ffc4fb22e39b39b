import { prisma } from '@/lib/prisma';
import { withAuth } from '@/lib/auth';

export const POST = withAuth(async (request) => Response.json(await prisma.notes.create({ data: await request.json() }))); // ok: inconsistent-auth-posture
