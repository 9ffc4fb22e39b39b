import { z } from 'zod';

const Note = z.object({ text: z.string() });

export default defineEventHandler(async (event) => {
  const { user } = await requireUserSession(event);
  const body = await readValidatedBody(event, Note.parse);
  return useDb().insert(notes).values({ text: body.text, owner: user.id });
});
