import { getDb } from '@/lib/db';
import { orders } from '@/lib/schema';

export async function GET() {
  const db = getDb();
  return Response.json(await db.select().from(orders)); // expect: unbounded-query
}
