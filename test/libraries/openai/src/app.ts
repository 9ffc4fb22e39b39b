// packages: express@5.1.0, openai@6.0.0
import express from 'express';
import OpenAI, { AzureOpenAI } from 'openai';

const app = express();
const openai = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });
const patient = new OpenAI({ timeout: 20_000, maxRetries: 1 });
const azure = new AzureOpenAI();

app.post('/chat', async (req, res) => {
  const answer = await openai.chat.completions.create({ model: 'gpt-4o-mini', messages: [] });
  res.json(answer.choices);
});

app.post('/stream', async (req, res) => {
  const stream = await patient.responses.create({ model: 'gpt-5', input: 'Hello', stream: true });
  for await (const event of stream) res.write(JSON.stringify(event));
  res.end();
});

app.post('/vector', (req, res, next) => {
  azure.embeddings.create({ model: 'text-embedding-3-small', input: 'Hello' }).then((made) => res.json(made.data), next);
});

app.get('/models', async (req, res) => {
  res.json(await openai.models.list());
});

app.listen(3000);
