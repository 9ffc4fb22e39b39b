// file: src/app.ts
// packages: express@5.1.0, jsonwebtoken@9.0.2
import express from 'express';
import jwt from 'jsonwebtoken';

const app = express();
app.use(express.json());
const ADMIN_PASSWORD = process.env.NODE_ENV === 'test' ? 'a' : 'b';
const adminPass = 'letmein-77';
const issue = () => jwt.sign({ admin: true }, process.env.JWT_SECRET!);

app.post('/body', (req, res) => {
  if (req.body.password === 'letmein-77') return res.json({ token: issue() }); // expect: hardcoded-secret(error medium)
  res.status(401).end();
});
app.post('/pair', (req, res) => {
  const { username, password } = req.body;
  if (username === 'admin' && password === 'admin') return res.json({ token: issue() }); // expect: hardcoded-secret
  res.status(401).end();
});
app.post('/constant', (req, res) => {
  if (req.body.password !== adminPass) return res.status(401).end(); // expect: hardcoded-secret
  res.json({ token: issue() });
});
app.post('/header', (req, res) => {
  if (req.headers['x-api-key'] !== 'k-7731-orders') return res.status(401).end(); // expect: hardcoded-secret
  res.json({ token: issue() });
});
app.get('/query', (req, res) => {
  const url = new URL(req.url, 'http://x');
  if (url.searchParams.get('secret') !== 'run-migration-006') return res.status(401).end(); // expect: hardcoded-secret
  res.json({ token: issue() });
});
const verify = (password: string) => password === 'test123'; // expect: hardcoded-secret
app.post('/flag', (req, res) => {
  const isRight = req.body.pin === '4711'; // expect: hardcoded-secret
  res.json({ isRight, ok: verify(req.body.password) });
});

// It is refused because it is that, compared with what is no text of the source, or no password at all.
app.post('/refused', (req, res) => {
  if (req.body.password === 'password123') return res.status(400).json({ message: 'Too common' }); // ok: hardcoded-secret
  if (req.headers['x-api-key'] === 'dev-key-1') throw new Error('A key for development'); // ok: hardcoded-secret
  if (!req.body.password || req.body.password === '') return res.status(400).end(); // ok: hardcoded-secret
  if (req.body.password !== ADMIN_PASSWORD) return res.status(401).end(); // ok: hardcoded-secret
  if (req.headers['x-api-key'] !== process.env.API_KEY) return res.status(401).end(); // ok: hardcoded-secret
  res.end();
});
app.post('/kinds', (req, res) => {
  const { type, inputType, token, password } = req.body;
  if (type === 'password' || inputType === 'secret2') return res.json({ masked: true }); // ok: hardcoded-secret
  if (token === 'EXPIRED_V2') return res.json({ expired: true }); // ok: hardcoded-secret
  if (password === '********') return res.json({ unchanged: true }); // ok: hardcoded-secret
  if (req.body.grant_type === 'password') return res.json({ ok: true }); // ok: hardcoded-secret
  res.end();
});
app.listen(3000);
