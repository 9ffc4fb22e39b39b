// packages: express@5.1.0
import express from 'express';

const app = express();

app.get('/live', async (req, res) => {
  const stop = new AbortController();
  req.on('close', () => stop.abort());
  try {
    const upstream = await fetch('https://feed.example.com/live', { signal: stop.signal });
    res.send(await upstream.text());
  } catch { // ok: swallowed-error
    if (stop.signal.aborted) return res.status(204).end();
    res.status(502).send('The feed does not answer');
  }
});

app.get('/figures', async (_req, res) => {
  try {
    const figures = await fetch('https://feed.example.com/figures', { signal: AbortSignal.timeout(3000) });
    res.json({ figures: await figures.json() });
  } catch { // ok: swallowed-error
    res.json({ figures: null, note: 'Figures unavailable' });
  }
});

app.get('/mood', async (_req, res) => {
  try {
    const mood = await fetch('https://feed.example.com/mood', { signal: AbortSignal.timeout(3000) });
    res.json({ mood: await mood.json() });
  } catch { // expect: swallowed-error
    res.json({ mood: null, note: 'calm' });
  }
});

app.get('/story', async (_req, res) => {
  try {
    const story = await fetch('https://feed.example.com/story', { signal: AbortSignal.timeout(3000) });
    res.status(200).send(await story.text());
  } catch (error) { // ok: swallowed-error
    const told = `The story could not be written: ${error instanceof Error ? error.message : 'nobody knows why'}`;
    res.status(200).send(told);
  }
});

app.listen(3000);
