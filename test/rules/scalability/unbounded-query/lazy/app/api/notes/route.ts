import { prisma } from '@/lib/prisma';

export async function GET() {
  return Response.json(await prisma.note.findMany()); // expect: unbounded-query
}

export async function PUT() {
  return Response.json(await prisma.note.findMany({ take: 20 })); // ok: unbounded-query
}
