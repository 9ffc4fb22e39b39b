import { collections, connect, settings } from '../../../lib/mongo';

export async function POST(request: Request) { // expect: missing-auth-guard
  const { text } = await request.json();
  await connect();
  await collections.notes?.insertOne({ text });
  return Response.json({});
}

export async function PUT() { // ok: missing-auth-guard
  settings.notes?.push('seen');
  return Response.json({});
}
