import { createFileRoute } from '@tanstack/react-router';
import { signedIn } from '../../server/auth';
import { db, notes } from '../../server/db';

export const Route = createFileRoute('/api/notes/$id')({
  server: {
    handlers: {
      GET: async ({ params }) => Response.json(await db.select().from(notes).where(params.id)),
      POST: {
        middleware: [signedIn],
        handler: async ({ request }) => {
          const body = await request.json();
          return Response.json(await db.insert(notes).values({ text: body.text }));
        },
      },
    },
  },
});
