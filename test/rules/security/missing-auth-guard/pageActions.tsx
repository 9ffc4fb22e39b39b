// file: app/invite/page.tsx
// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
import { PrismaClient } from '@prisma/client';
import { getServerSession } from 'next-auth';

const prisma = new PrismaClient();

export default async function Page({ searchParams }: { searchParams: Promise<{ id: string }> }) {
  const { id } = await searchParams;
  const session = await getServerSession();

  const join = async () => { // ok: missing-auth-guard
    'use server';
    if (!session) return;
    await prisma.member.create({ data: { team: id } });
  };

  const leave = async () => { // expect: missing-auth-guard(error medium)
    'use server';
    await prisma.member.delete({ where: { id } });
  };

  return (
    <form action={join}>
      <button formAction={leave}>Leave</button>
    </form>
  );
}
