// file: lib/actions/course.ts
// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0-beta.25
'use server';
import { PrismaClient } from '@prisma/client';
import { auth } from '@/lib/auth';

const prisma = new PrismaClient();

// Pupils enrol in the courses that teachers change.
export async function enrollAction(courseId: string) { // ok: inconsistent-auth-posture
  const session = await auth();
  if (!session?.user?.id) return { error: 'Unauthorized' };
  await prisma.enrollment.create({ data: { courseId, userId: session.user.id } });
  return { success: true };
}

export async function hideCourse(id: string) { // expect: inconsistent-auth-posture
  const session = await auth();
  if (!session?.user?.id) return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { hidden: true } });
  return { success: true };
}

export async function renameCourse(id: string, title: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { title } });
  return { success: true };
}

export async function moveCourse(id: string, order: number) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { order } });
  return { success: true };
}

export async function publishCourse(id: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { published: true } });
  return { success: true };
}

export async function priceCourse(id: string, price: number) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { price } });
  return { success: true };
}

export async function closeCourse(id: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { closed: true } });
  return { success: true };
}

export async function splitCourse(id: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.create({ data: { from: id } });
  return { success: true };
}

export async function mergeCourse(id: string, into: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { into } });
  return { success: true };
}

export async function lockCourse(id: string) {
  const session = await auth();
  if (!session?.user?.id || session.user.role !== 'teacher') return { error: 'Unauthorized' };
  await prisma.course.update({ where: { id }, data: { locked: true } });
  return { success: true };
}

// file: lib/auth.ts
import NextAuth from 'next-auth';
export const { handlers, auth } = NextAuth({ providers: [] });
