// packages: express@5.1.0
import express from 'express';

const app = express();
const defaults = { headers: { accept: 'application/json' } };
const bounded = { signal: AbortSignal.timeout(5_000) };

app.get('/rates', async (req, res) => {
  const bare = await fetch('https://rates.example/latest'); // expect: external-call-without-timeout
  const headers = await fetch('https://rates.example/latest', { headers: { accept: 'text/plain' } }); // expect: external-call-without-timeout
  const spread = await fetch('https://rates.example/latest', { ...defaults, method: 'POST' }); // expect: external-call-without-timeout
  const limited = await fetch('https://rates.example/latest', { signal: AbortSignal.timeout(5_000) }); // ok: external-call-without-timeout
  const named = await fetch('https://rates.example/latest', bounded); // ok: external-call-without-timeout
  const spreadLimited = await fetch('https://rates.example/latest', { ...bounded, method: 'POST' }); // ok: external-call-without-timeout
  const combined = await fetch('https://rates.example/latest', { signal: AbortSignal.any([AbortSignal.timeout(5_000)]) }); // ok: external-call-without-timeout
  const given = await fetch('https://rates.example/latest', req.app.get('fetchOptions')); // ok: external-call-without-timeout
  const raced = await Promise.race([fetch('https://rates.example/latest'), new Promise((_, reject) => setTimeout(reject, 5_000))]); // ok: external-call-without-timeout
  const own = await fetch('/internal/health'); // ok: external-call-without-timeout
  const beside = await fetch(new URL('./letters.ttf', import.meta.url)); // ok: external-call-without-timeout
  const proxied = await fetch(new Request('https://rates.example/latest', { signal: AbortSignal.timeout(5_000) })); // ok: external-call-without-timeout
  await fetch('https://rates.example/hook', { method: 'POST' }); // expect: external-call-without-timeout(warning high)
  fetch('https://rates.example/seen', { method: 'POST' }).catch(() => {}); // expect: external-call-without-timeout(info high)
  res.json([proxied, bare, headers, spread, limited, named, spreadLimited, combined, given, raced, own, beside].length);
});
