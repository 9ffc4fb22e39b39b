// file: app/api/rates/route.ts
// packages: next@15.0.0
import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  const headers = { accept: 'application/json' };
  const options = { method: 'POST', headers };
  const one = await fetch('https://rates.example/a', options); // expect: external-call-without-timeout
  const two = await fetch('https://rates.example/b', { // expect: external-call-without-timeout
    method: 'POST',
    headers,
    body: JSON.stringify({ a: 1 }), // what they ask for
  });
  const three = await fetch( // expect: external-call-without-timeout
    `https://rates.example/${encodeURIComponent(request.url)}`,
    // Nothing is sent along.
    undefined,
  );
  const four = await fetch('https://rates.example/d', { headers: { 'x-a': 'b' }, cache: 'no-store' }).then((response) => response.json()); // expect: external-call-without-timeout
  return NextResponse.json([one.status, two.status, three.status, four]);
}
