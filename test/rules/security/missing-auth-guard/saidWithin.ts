// file: app/api/baskets/route.ts
// packages: next@15.0.0 pg@8.13.0
import { Pool } from 'pg';

const db = new Pool();

export async function POST(request: Request) { // ok: missing-auth-guard
  try {
    const input = await request.json();
    // The baskets API is public: customers have no account.
    const { rows } = await db.query('insert into baskets (items) values ($1) returning id', [input.items]);
    return Response.json(rows[0]);
  } catch (error) {
    console.error(error);
    return Response.json({ error: 'Failed' }, { status: 500 });
  }
}

export async function PUT(request: Request) { // ok: missing-auth-guard
  const input = await request.json();
  // 1. Origin (public POST endpoint)
  if (request.headers.get('origin') !== 'https://shop.example') return new Response(null, { status: 403 });
  await db.query('update baskets set items = $1 where id = $2', [input.items, input.id]);
  return new Response(null, { status: 204 });
}

export async function PATCH(request: Request) { // expect: missing-auth-guard
  const input = await request.json();
  // TODO: this must not stay a public endpoint
  await db.query('update baskets set owner = $1 where id = $2', [input.owner, input.id]);
  return new Response(null, { status: 204 });
}

export async function DELETE(request: Request) { // expect: missing-auth-guard
  const input = await request.json();
  // The basket is public, so its picture goes too.
  await db.query('delete from baskets where id = $1', [input.id]);
  return new Response(null, { status: 204 });
}
