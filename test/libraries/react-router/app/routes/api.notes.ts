import { db, notes } from '../lib/db.server';
import { requireUserId } from '../lib/session.server';

export const loader = async ({ request }) => {
  const body = await request.json();
  return Response.json(await db.insert(notes).values({ text: body.text }));
};

export const action = async ({ request }) => {
  const userId = await requireUserId(request);
  await db.insert(notes).values({ owner: userId });
  return null;
};
