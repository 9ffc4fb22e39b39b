// file: app/api/connect/callback/route.ts
// packages: next@15.0.0
import { NextResponse } from 'next/server';

function forScript(text: string): string {
  return text
    .replace(/\\/g, '\\\\')
    .replace(/'/g, "\\'")
    .replace(/\n/g, '\\n')
    .replace(/<\//g, '<\\/');
}

function halfForScript(text: string): string {
  return text.replace(/'/g, "\\'").replace(/\n/g, '\\n');
}

export async function GET(request: Request) {
  const reason = new URL(request.url).searchParams.get('reason') ?? '';
  const name = new URL(request.url).searchParams.get('name') ?? '';
  if (reason) {
    const page = `<script>opener.postMessage({ reason: '${forScript(reason)}' }, location.origin)</script>`;
    return new NextResponse(page, { headers: { 'Content-Type': 'text/html' } }); // ok: xss-raw-html
  }
  const page = `<script>opener.postMessage({ name: '${halfForScript(name)}' }, location.origin)</script>`;
  return new NextResponse(page, { headers: { 'Content-Type': 'text/html' } }); // expect: xss-raw-html
}
