import { Ratelimit } from '@upstash/ratelimit';
import { Redis } from '@upstash/redis';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const ratelimit = new Ratelimit({ redis: Redis.fromEnv(), limiter: Ratelimit.slidingWindow(10, '10 s') });

export async function POST(request: Request) {
  const { success } = await ratelimit.limit(request.headers.get('x-forwarded-for') ?? 'nobody');
  if (!success) return new Response(null, { status: 429 });
  return Response.json(await prisma.mail.create({ data: {} }));
}
