// file: app/api/contact/route.ts
// packages: next@15.0.0, resend@6.0.0
import { NextResponse } from 'next/server';
import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_API_KEY);

export async function POST(request: Request) {
  const { text } = await request.json();
  await resend.emails.send({ from: 'shop@example.com', to: 'who@example.com', subject: 'Contact', text }); // expect: unchecked-result-error(info low)
  return NextResponse.json({ sent: true });
}

export async function PUT(request: Request) {
  const { text } = await request.json();
  const { error } = await resend.emails.send({ from: 'shop@example.com', to: 'who@example.com', subject: 'Contact', text }); // ok: unchecked-result-error
  if (error) return NextResponse.json({ error: 'Not sent' }, { status: 502 });
  return NextResponse.json({ sent: true });
}
