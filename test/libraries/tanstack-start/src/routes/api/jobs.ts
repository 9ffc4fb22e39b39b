import { createFileRoute } from '@tanstack/react-router';
import { signedIn } from '../../server/auth';
import { db, notes } from '../../server/db';

export const Route = createFileRoute('/api/jobs')({
  server: {
    middleware: [signedIn],
    handlers: ({ createHandlers }) =>
      createHandlers({
        DELETE: async () => Response.json(await db.delete(notes)),
      }),
  },
});
