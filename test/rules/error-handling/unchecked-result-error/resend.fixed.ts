import { NextResponse } from 'next/server';
import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_API_KEY);

export async function POST(request: Request) {
  const { text } = await request.json();
  const { error } = await resend.emails.send({ from: 'shop@example.com', to: 'who@example.com', subject: 'Contact', text });
  if (error) {
    console.error('POST /api/contact failed', error);
    return NextResponse.json({ error: 'Internal server error' }, { status: 500 });
  }
  return NextResponse.json({ sent: true });
}

export async function PUT(request: Request) {
  const { text } = await request.json();
  const { error } = await resend.emails.send({ from: 'shop@example.com', to: 'who@example.com', subject: 'Contact', text });
  if (error) return NextResponse.json({ error: 'Not sent' }, { status: 502 });
  return NextResponse.json({ sent: true });
}
