// packages: next@15.0.0, ai@6.0.0, @ai-sdk/openai@3.0.0
import { openai } from '@ai-sdk/openai';
import { generateText, streamText } from 'ai';

const model = openai('gpt-4o-mini');

export async function POST(request: Request) {
  const { messages } = await request.json();
  return streamText({ model, messages }).toUIMessageStreamResponse();
}

export async function PUT(request: Request) {
  const bare = await generateText({ model, prompt: 'Hello' });
  const timed = await generateText({ model, prompt: 'Hello', timeout: 20_000 });
  const signalled = await generateText({ model, prompt: 'Hello', abortSignal: request.signal });
  return Response.json([bare.text, timed.text, signalled.text]);
}
