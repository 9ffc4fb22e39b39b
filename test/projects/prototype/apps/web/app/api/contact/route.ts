import { NextResponse } from 'next/server';

export async function POST(request: Request) {
  const { name, email, message } = await request.json();

  const response = await fetch('https://api.resend.com/emails', {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${process.env.RESEND_API_KEY}`,
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({
      from: 'website@kilnandclay.example',
      to: 'studio@kilnandclay.example',
      subject: `Message from ${name}`,
      html: `<p>${message}</p><p>${email}</p>`,
    }),
  });

  const result = await response.json();
  return NextResponse.json({ success: true, id: result.id });
}
