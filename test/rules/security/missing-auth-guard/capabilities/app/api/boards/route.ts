import { prisma } from '../../../lib/db';

// The owner of a board decides whether strangers may see it.
export async function GET(request: Request) { // ok: missing-auth-guard
  const id = new URL(request.url).searchParams.get('id') ?? '';
  let board;
  board = await prisma.board.findUnique({ where: { id } });
  if (!board?.dashboard) throw new Error('This board has no public dashboard');
  return Response.json(await prisma.order.findMany({ where: { boardId: board.id }, take: 50 }));
}

export async function POST(request: Request) { // ok: missing-auth-guard
  const { id, name } = await request.json();
  const board = await prisma.board.findUnique({ where: { id } });
  if (!board?.isPublic) return new Response('Forbidden', { status: 403 });
  return Response.json(await prisma.invoice.create({ data: { boardId: board.id, name } }));
}

export async function PUT(request: Request) { // expect: missing-auth-guard
  const { id, name } = await request.json();
  const board = await prisma.board.findUnique({ where: { id } });
  if (!board?.active) return new Response('Not found', { status: 404 });
  return Response.json(await prisma.invoice.create({ data: { boardId: board.id, name } }));
}

export async function PATCH(request: Request) { // expect: missing-auth-guard
  const board = await request.json();
  if (!board?.isPublic) return new Response('Forbidden', { status: 403 });
  return Response.json(await prisma.invoice.create({ data: { boardId: board.id } }));
}
