// packages: next@15.0.0, @prisma/client@6.0.0, openai@4.80.0
// file: app/api/suggestions/route.ts
import { PrismaClient } from '@prisma/client';
import OpenAI from 'openai';

const prisma = new PrismaClient();
const openai = new OpenAI({ timeout: 5000 });

// The write has a catch of its own; what fails further out is only an answer that is not there.
export async function GET() {
  try {
    let seen = 0;
    try {
      const view = await prisma.view.update({ where: { id: 1 }, data: { count: { increment: 1 } } });
      seen = view.count;
    } catch (error) {
      console.error('views cannot be counted', error);
    }
    const models = await openai.models.list();
    return Response.json({ seen, models: models.data });
  } catch (error) { // ok: swallowed-error
    console.error('no suggestions', error);
    return Response.json({ models: [] });
  }
}

// The inner catch hands it on.
export async function POST() {
  try {
    try {
      await prisma.view.update({ where: { id: 1 }, data: { count: { increment: 1 } } });
    } catch (error) {
      throw new Error('views cannot be counted', { cause: error });
    }
    return Response.json({ ok: true });
  } catch (error) { // expect: swallowed-error
    console.error('not counted', error);
    return Response.json({ ok: true });
  }
}
