import prisma from '../../../lib/prisma';

export async function POST(request: Request) { // expect: missing-auth-guard
  const { title } = await request.json();
  return Response.json(await prisma.post.create({ data: { title } }));
}
