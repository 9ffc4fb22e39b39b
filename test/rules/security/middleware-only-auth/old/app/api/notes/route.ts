import { listNotes } from '../../../lib/notes';

// The data access layer asks again.
export async function GET() { // ok: middleware-only-auth
  return Response.json(await listNotes());
}
