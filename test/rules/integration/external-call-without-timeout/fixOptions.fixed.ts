import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  const headers = { accept: 'application/json' };
  const options = { method: 'POST', headers, signal: AbortSignal.timeout(10_000) };
  const one = await fetch('https://rates.example/a', options);
  const two = await fetch('https://rates.example/b', {
    method: 'POST',
    headers,
    body: JSON.stringify({ a: 1 }), // what they ask for
    signal: AbortSignal.timeout(10_000),
  });
  const three = await fetch(
    `https://rates.example/${encodeURIComponent(request.url)}`,
    // Nothing is sent along.
    { signal: AbortSignal.timeout(10_000) },
  );
  const four = await fetch('https://rates.example/d', { headers: { 'x-a': 'b' }, cache: 'no-store', signal: AbortSignal.timeout(10_000) }).then((response) => response.json());
  return NextResponse.json([one.status, two.status, three.status, four]);
}
