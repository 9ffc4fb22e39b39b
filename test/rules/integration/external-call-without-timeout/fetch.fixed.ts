import express from 'express';

const app = express();
const defaults = { headers: { accept: 'application/json' } };
const bounded = { signal: AbortSignal.timeout(5_000) };

app.get('/rates', async (req, res) => {
  const bare = await fetch('https://rates.example/latest', { signal: AbortSignal.timeout(10_000) });
  const headers = await fetch('https://rates.example/latest', { headers: { accept: 'text/plain' }, signal: AbortSignal.timeout(10_000) });
  const spread = await fetch('https://rates.example/latest', { ...defaults, method: 'POST', signal: AbortSignal.timeout(10_000) });
  const limited = await fetch('https://rates.example/latest', { signal: AbortSignal.timeout(5_000) });
  const named = await fetch('https://rates.example/latest', bounded);
  const spreadLimited = await fetch('https://rates.example/latest', { ...bounded, method: 'POST' });
  const combined = await fetch('https://rates.example/latest', { signal: AbortSignal.any([AbortSignal.timeout(5_000)]) });
  const given = await fetch('https://rates.example/latest', req.app.get('fetchOptions'));
  const raced = await Promise.race([fetch('https://rates.example/latest'), new Promise((_, reject) => setTimeout(reject, 5_000))]);
  const own = await fetch('/internal/health');
  const beside = await fetch(new URL('./letters.ttf', import.meta.url));
  const proxied = await fetch(new Request('https://rates.example/latest', { signal: AbortSignal.timeout(5_000) }));
  await fetch('https://rates.example/hook', { method: 'POST', signal: AbortSignal.timeout(10_000) });
  fetch('https://rates.example/seen', { method: 'POST', signal: AbortSignal.timeout(10_000) }).catch(() => {});
  res.json([proxied, bare, headers, spread, limited, named, spreadLimited, combined, given, raced, own, beside].length);
});
