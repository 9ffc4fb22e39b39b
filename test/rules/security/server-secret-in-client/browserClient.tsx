// file: src/chat.tsx
// packages: react@19.0.0, openai@5.0.0, @anthropic-ai/sdk@0.50.0
import Anthropic from '@anthropic-ai/sdk';
import OpenAI from 'openai';

export const openai = new OpenAI({ apiKey: import.meta.env.VITE_AI, dangerouslyAllowBrowser: true }); // expect: server-secret-in-client(error high)
export const claude = new Anthropic({ apiKey: import.meta.env.VITE_ANTHROPIC_API_KEY, dangerouslyAllowBrowser: true }); // expect: server-secret-in-client

export function own(apiKey: string) {
  return new OpenAI({ apiKey, dangerouslyAllowBrowser: true }); // ok: server-secret-in-client
}

export const Chat = () => <p>{String(openai.baseURL)}</p>;
