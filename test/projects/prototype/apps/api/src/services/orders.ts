import { prisma } from '../lib/db';
import { createCharge } from './payments';
import { sendEmail } from './email';

interface CartLine {
  productId: string;
  quantity: number;
  price: number;
}

export function cartTotal(lines: CartLine[]) {
  let total = 0;
  for (const line of lines) {
    total += line.price * line.quantity;
  }
  return parseFloat(total.toFixed(2));
}

export async function checkout(order: { id: string; userId: string; total: number }, items: CartLine[], email: string) {
  const charge = await createCharge(order.total, email, `Order ${order.id}`);

  await prisma.order.update({
    where: { id: order.id },
    data: { status: 'paid', paymentId: charge.id },
  });

  for (const item of items) {
    const product = await prisma.product.findUnique({ where: { id: item.productId } });
    await prisma.product.update({
      where: { id: item.productId },
      data: { stock: product.stock - item.quantity },
    });
    await prisma.orderItem.create({
      data: { orderId: order.id, productId: item.productId, quantity: item.quantity, price: item.price },
    });
  }

  sendEmail(email, 'Thanks for your order!', `<p>Your order ${order.id} is on its way 📦</p>`);
  return charge;
}
