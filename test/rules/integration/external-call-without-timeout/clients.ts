// packages: openai@6.0.0, @anthropic-ai/sdk@0.60.0, stripe@18.0.0, pg@8.13.0, ai@6.0.0, nodemailer@7.0.0, express@5.1.0
import Anthropic from '@anthropic-ai/sdk';
import { generateText, streamText } from 'ai';
import express from 'express';
import nodemailer from 'nodemailer';
import OpenAI from 'openai';
import { Pool } from 'pg';
import Stripe from 'stripe';

const app = express();
// The key comes from the environment.
export const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY }); // expect: external-call-without-timeout(info medium)
export const anthropic = new Anthropic(); // expect: external-call-without-timeout(info medium)
export const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!, { apiVersion: '2025-04-30.basil' }); // expect: external-call-without-timeout(info medium)
export const pool = new Pool({ connectionString: process.env.DATABASE_URL }); // expect: external-call-without-timeout(info medium)
export const transport = nodemailer.createTransport({ host: 'smtp.example.com' }); // expect: external-call-without-timeout(info medium)
export const quick = new OpenAI({ timeout: 20_000 }); // ok: external-call-without-timeout
export const bounded = new Pool({ connectionTimeoutMillis: 5_000 }); // ok: external-call-without-timeout
export const given = new Pool(app.get('database')); // ok: external-call-without-timeout

app.post('/chat', async (req, res) => {
  await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [] }); // ok: external-call-without-timeout
  const { text } = await generateText({ model: 'openai/gpt-4o-mini', prompt: 'Hello' }); // expect: external-call-without-timeout(info medium)
  const timed = await generateText({ model: 'openai/gpt-4o-mini', prompt: 'Hello', timeout: 20_000 }); // ok: external-call-without-timeout
  streamText({ model: 'openai/gpt-4o-mini', prompt: 'Hello' }); // ok: external-call-without-timeout
  res.json([text, timed.text]);
});

/** Written down in place of being sent. */
export const written = nodemailer.createTransport({ jsonTransport: true }); // ok: external-call-without-timeout
