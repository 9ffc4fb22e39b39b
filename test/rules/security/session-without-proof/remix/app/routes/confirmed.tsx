import type { ActionFunctionArgs } from '@remix-run/node';
import { prisma } from '../db.server';
import { enter } from '../session.server';

export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const user = await prisma.user.findUnique({ where: { email: String(form.get('email')) } });
  if (!user) return null;
  return enter(request, user.id); // expect: session-without-proof
}
