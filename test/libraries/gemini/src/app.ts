// packages: express@5.1.0, @google/genai@1.0.0, @google/generative-ai@0.24.0
import { GoogleGenAI } from '@google/genai';
import { GoogleGenerativeAI } from '@google/generative-ai';
import express from 'express';

const app = express();
const client = new GoogleGenAI({ apiKey: process.env.GEMINI_API_KEY });
const model = new GoogleGenerativeAI(process.env.GEMINI_API_KEY!).getGenerativeModel({ model: 'gemini-1.5-flash' });

app.post('/now', async (req, res) => {
  res.json(await client.models.generateContent({ model: 'gemini-2.5-flash', contents: 'Hello' }));
});

app.post('/before', async (req, res) => {
  const chat = model.startChat();
  res.json([await model.generateContent('Hello'), await chat.sendMessage('Hello')]);
});

app.listen(3000);
