import { quickNote } from '@/lib/services/notes';

export async function POST(request: Request) { // ok: inconsistent-auth-posture
  const { text } = await request.json();
  return Response.json(await quickNote(text));
}
