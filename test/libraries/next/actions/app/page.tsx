import { PrismaClient } from '@prisma/client';
import { verifySession } from '../lib/session';

const prisma = new PrismaClient();

export default async function Page() {
  // Guards the page, not the actions in it.
  await verifySession();

  async function rename(form: FormData) {
    'use server';
    await prisma.order.update({ where: { id: 1 }, data: { name: String(form.get('name')) } });
  }

  const remove = async () => {
    'use server';
    await verifySession();
    await prisma.order.deleteMany();
  };

  return (
    <form action={rename}>
      <button formAction={remove}>Delete</button>
    </form>
  );
}
