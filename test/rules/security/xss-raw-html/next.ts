// file: app/api/hello/route.ts
// packages: next@15.0.0
import { NextResponse } from 'next/server';

export async function GET(request: Request) {
  const name = new URL(request.url).searchParams.get('name');
  if (name === 'a') return new NextResponse(`<h1>${name}</h1>`, { headers: { 'Content-Type': 'text/html' } }); // ok: xss-raw-html
  if (!name) return new Response(`Hello ${name}`); // ok: xss-raw-html
  return new Response(`<h1>${name}</h1>`, { headers: { 'Content-Type': 'text/html; charset=utf-8' } }); // expect: xss-raw-html
}
