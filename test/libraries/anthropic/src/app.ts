// packages: express@5.1.0, @anthropic-ai/sdk@0.60.0
import Anthropic from '@anthropic-ai/sdk';
import express from 'express';

const app = express();
const limited = new Anthropic({ timeout: 30_000 });

class Writer {
  private readonly client = new Anthropic();

  draft(text: string) {
    return this.client.messages.create({ model: 'claude-sonnet-4-5', max_tokens: 500, messages: [{ role: 'user', content: text }] });
  }
}

const writer = new Writer();

app.post('/draft', async (req, res) => {
  res.json(await writer.draft('Hello'));
});

app.post('/stream', async (req, res) => {
  limited.messages.stream({ model: 'claude-sonnet-4-5', max_tokens: 500, messages: [] }).on('text', (text) => res.write(text));
});

app.listen(3000);
