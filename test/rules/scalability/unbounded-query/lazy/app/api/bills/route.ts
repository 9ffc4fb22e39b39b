import { getLater } from '@/lib/db';
import { bills } from '@/lib/schema';

export async function GET() {
  return Response.json(await getLater().select().from(bills).limit(50)); // ok: unbounded-query
}

export async function PUT() {
  return Response.json(await getLater().select().from(bills)); // expect: unbounded-query
}
