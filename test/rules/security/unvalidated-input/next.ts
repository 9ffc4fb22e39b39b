// file: app/api/orders/route.ts
// packages: next@15.0.0, @prisma/client@6.0.0, zod@4.0.0
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';

const prisma = new PrismaClient();
const Order = z.object({ sku: z.string() });

export async function POST(request: Request) {
  const { sku } = await request.json(); // expect: unvalidated-input(warning medium)
  return Response.json(await prisma.order.create({ data: { sku } }));
}
export async function PUT(request: Request) {
  const order: { sku: string } = await request.json(); // expect: mass-assignment(error high)
  return Response.json(await prisma.order.update({ where: { sku: order.sku }, data: order }));
}
export async function PATCH(request: Request) {
  const order = Order.parse(await request.json()); // ok: unvalidated-input
  return Response.json(await prisma.order.update({ where: { sku: order.sku }, data: order }));
}
export async function DELETE(request: Request) {
  const form = await request.formData(); // expect: unvalidated-input(warning medium)
  const sku = form.get('sku') as string;
  return Response.json(await prisma.order.delete({ where: { sku } }));
}
