// packages: next@15.0.0
import { clone, cloneSafely } from '../../../src/git';

export async function POST(request: Request) {
  const { url } = await request.json();
  clone(url); // expect: command-injection(error high)
  //    ^^^ is handed to clone
  cloneSafely(url); // ok: command-injection
  clone('https://example.com/templates.git'); // ok: command-injection
  return new Response(null, { status: 204 });
}
