import Anthropic from '@anthropic-ai/sdk';
import { generateText, streamText } from 'ai';
import express from 'express';
import nodemailer from 'nodemailer';
import OpenAI from 'openai';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
// The key comes from the environment.
export const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY, timeout: 60_000 });
export const anthropic = new Anthropic({ timeout: 60_000 });
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!, { apiVersion: '2025-04-30.basil', timeout: 20_000 });
export const pool = new Pool({ connectionString: process.env.DATABASE_URL, connectionTimeoutMillis: 5_000 });
export const transport = nodemailer.createTransport({ host: 'smtp.example.com', connectionTimeout: 10_000 });
export const quick = new OpenAI({ timeout: 20_000 });
export const bounded = new Pool({ connectionTimeoutMillis: 5_000 });
export const given = new Pool(app.get('database'));

app.post('/chat', async (req, res) => {
  await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [] });
  const { text } = await generateText({ model: 'openai/gpt-4o-mini', prompt: 'Hello', abortSignal: AbortSignal.timeout(60_000) });
  const timed = await generateText({ model: 'openai/gpt-4o-mini', prompt: 'Hello', timeout: 20_000 });
  streamText({ model: 'openai/gpt-4o-mini', prompt: 'Hello' });
  res.json([text, timed.text]);
});

/** Written down in place of being sent. */
export const written = nodemailer.createTransport({ jsonTransport: true });
