import { shared, type Application } from './cases';

/** Next.js route handlers, each in a file of its own; a helper that gives the user or null. */
export const next: Application = {
  title: 'Next.js route handlers',
  run: 'call',
  files: {
    'package.json': JSON.stringify({
      name: 'shop',
      dependencies: { next: '15.4.0', '@prisma/client': '6.0.0', jsonwebtoken: '9.0.0', pino: '9.0.0', zod: '4.1.0' },
    }),
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
    ...shared,
    'src/lib/session.ts': `import jwt from 'jsonwebtoken';

export async function currentUser(request: Request) {
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  try {
    return jwt.verify(token ?? '', process.env.JWT_SECRET!) as { id: string };
  } catch {
    return null;
  }
}
`,
    'src/app/api/profile/route.ts': `import { NextResponse } from 'next/server';
import { db } from '@/lib/db';
import { currentUser } from '@/lib/session';

export async function GET(request: Request) {
  const user = await currentUser(request);
  if (!user) return NextResponse.json({ error: 'Unauthorized' }, { status: 401 });
  return NextResponse.json(await db.profile.findUnique({ where: { id: user.id } }));
}
`,
    'src/app/api/orders/route.ts': `import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

// Takes an order and charges for it.
export async function POST(req: Request) {
  const { sku, quantity } = await req.json();
  const order = await db.order.create({ data: { sku, quantity: quantity * 1 } });
  /* after it is stored */
  const charge = await fetch(process.env.PAY_URL + '/charges', { method: 'POST' });
  return NextResponse.json({ order, charge: await charge.json() }, { status: 201 });
}
`,
    'src/app/api/notes/route.ts': `import { db } from '@/lib/db';

export const PUT = async (request: Request) => {
  try {
    const body = await request.json();
    const note = await db.note.update({ where: { id: body.id }, data: { text: body.text.trim() } });
    // Tells the warehouse.
    const told = await fetch(process.env.PAY_URL + '/changed');
    return Response.json({ note, told: await told.json() });
  } catch (error) {
    return Response.json({ error: (error as Error).message }, { status: 500 });
  }
};
`,
    'src/app/api/refunds/[id]/route.ts': `import { NextResponse } from 'next/server';
import { db } from '@/lib/db';

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const { amount } = await request.json();
  await db.refund.create({ data: { orderId: id, amount: amount + 0 } });
  const answer = await fetch(process.env.PAY_URL + '/refunds', { method: 'POST', body: JSON.stringify({ amount }) });
  return NextResponse.json(await answer.json()); // what the bank says
}
`,
  },
  handlers: [
    {
      name: 'a route handler',
      file: 'src/app/api/orders/route.ts',
      at: 'const { sku',
      good: { method: 'POST', path: '/api/orders', body: { sku: 'mug', quantity: 2 } },
      bad: { sku: 5, quantity: 'many' },
      calls: true,
      comments: ['// Takes an order and charges for it.', '/* after it is stored */'],
    },
    {
      name: 'a handler that tells its errors',
      file: 'src/app/api/notes/route.ts',
      at: 'const body',
      good: { method: 'PUT', path: '/api/notes', body: { id: 'n1', text: 'gift ' } },
      bad: { id: 'n1', text: 7 },
      calls: true,
      comments: ['// Tells the warehouse.'],
    },
    {
      name: 'a handler with parameters',
      file: 'src/app/api/refunds/[id]/route.ts',
      at: 'const { amount',
      good: { method: 'POST', path: '/api/refunds/r1', body: { amount: 3 } },
      bad: { amount: 'all of it' },
      calls: true,
      comments: ['// what the bank says'],
    },
  ],
};
