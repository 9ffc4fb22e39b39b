import { listOrders } from '@/lib/dal';

export async function GET() {
  return Response.json(await listOrders());
}
