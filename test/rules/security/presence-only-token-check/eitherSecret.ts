// file: app/api/backup/route.ts
// packages: next@15.1.0, @prisma/client@6.0.0
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export async function GET(request: Request) { // ok: presence-only-token-check
  const authHeader = request.headers.get('authorization');
  const adminApiKey = request.headers.get('x-admin-api-key');
  const isCronAuth = authHeader === `Bearer ${process.env.CRON_SECRET}`;
  const isAdminAuth = adminApiKey && adminApiKey === process.env.ADMIN_API_KEY;
  if (!isCronAuth && !isAdminAuth) return Response.json({ error: 'Unauthorized' }, { status: 401 });
  return Response.json(await prisma.backup.findMany({ take: 20 }));
}

export async function DELETE(request: Request) {
  const authHeader = request.headers.get('authorization');
  const isCronAuth = authHeader === 'Bearer cron';
  if (!isCronAuth) return Response.json({ error: 'Unauthorized' }, { status: 401 }); // expect: presence-only-token-check
  await prisma.backup.deleteMany();
  return Response.json({ done: true });
}
