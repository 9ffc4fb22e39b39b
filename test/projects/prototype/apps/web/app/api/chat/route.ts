import { NextResponse } from 'next/server';

// "Ask the potter" assistant on the home page
export async function POST(request: Request) {
  try {
    const { messages } = await request.json();
    const response = await fetch('https://api.openai.com/v1/chat/completions', {
      method: 'POST',
      headers: {
        Authorization: `Bearer ${process.env.OPENAI_API_KEY}`,
        'Content-Type': 'application/json',
      },
      body: JSON.stringify({ model: 'gpt-4o', messages }),
    });
    const completion = await response.json();
    return NextResponse.json({ reply: completion.choices[0].message.content });
  } catch (error) {
    return NextResponse.json({ error: String(error) }, { status: 500 });
  }
}
