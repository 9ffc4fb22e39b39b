// packages: next@15.0.0
import { preview, previewOf } from '../../../lib/preview';

export async function POST(request: Request) {
  const body = await request.json();
  const one = await preview(body.url); // expect: ssrf
  //                        ^^^^^^^^ is handed to preview
  const two = await previewOf(body); // expect: ssrf
  const three = await preview('https://example.com'); // ok: ssrf
  const own = await fetch(new URL('/api/status', request.url)); // ok: ssrf
  return Response.json({ one, two, three, own });
}
