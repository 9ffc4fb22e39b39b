import { prisma } from '../../../lib/db';

async function start(widgetKey: string) {
  const widget = await prisma.widget.findFirst({ where: { widgetKey } });
  if (!widget) return new Response('Unknown widget', { status: 404 });
  return Response.json(await prisma.conversation.create({ data: { widgetId: widget.id } }));
}

async function end(id: string) {
  return Response.json(await prisma.conversation.update({ where: { id }, data: { ended: true } }));
}

// Visitors of the pages that carry the widget write here.
export async function POST(request: Request) { // ok: missing-auth-guard
  const body = await request.json();
  switch (body.action) {
    case 'start':
      return await start(body.widgetKey);
    default:
      return await end(body.id);
  }
}

export async function DELETE(request: Request) { // expect: missing-auth-guard
  const body = await request.json();
  return await end(body.id);
}
