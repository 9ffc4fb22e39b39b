// packages: express@5.1.0
import express from 'express';

const allowed = new Set(['https://app.example.com']);
const app = express();

app.use((req, res, next) => {
  res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*'); // expect: permissive-cors(error medium)
  res.setHeader('Access-Control-Allow-Credentials', 'true');
  next();
});
app.use((req, res, next) => {
  const origin = req.headers.origin;
  if (origin && allowed.has(origin)) {
    res.header('Access-Control-Allow-Origin', origin); // ok: permissive-cors
    res.header('Access-Control-Allow-Credentials', 'true');
  }
  next();
});
app.use((req, res, next) => {
  const origin = req.get('Origin');
  if (!origin || !allowed.has(origin)) return next();
  res.set('Access-Control-Allow-Origin', origin); // ok: permissive-cors
  res.set('Access-Control-Allow-Credentials', 'true');
  next();
});
app.use((req, res, next) => {
  const origin = req.headers.origin;
  // It is there or it is not: nothing is looked up.
  res.set('Access-Control-Allow-Origin', origin ? origin : '*'); // expect: permissive-cors
  res.set('Access-Control-Allow-Credentials', 'true');
  next();
});
app.use((req, res, next) => {
  const origin = req.headers.origin ?? '';
  res.set('Access-Control-Allow-Origin', allowed.has(origin) ? origin : 'https://app.example.com'); // ok: permissive-cors
  res.set('Access-Control-Allow-Credentials', 'true');
  next();
});
app.use((req, res, next) => {
  const origin = req.headers.origin ?? '';
  // `https://example.com.evil.test` has it too.
  res.set('Access-Control-Allow-Origin', origin.includes('example.com') ? origin : 'https://example.com'); // expect: permissive-cors(warning medium)
  res.set('Access-Control-Allow-Credentials', 'true');
  next();
});
// A page that shows nothing but what all may see.
app.get('/prices', (req, res) => {
  res.set('Access-Control-Allow-Origin', '*'); // ok: permissive-cors
  res.json({ basic: 10 });
});
// What is sent to another server means nothing there.
export async function ask() {
  return fetch('https://api.example.com', { headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Credentials': 'true' }, signal: AbortSignal.timeout(5000) }); // ok: permissive-cors
}
