// file: src/desk.ts
// packages: express@5.1.0, mongoose@8.0.0
import express from 'express';
import { Desk } from './models';

const app = express();
app.use(express.json());

async function isKeeper(name: string, password: string) {
  const keeper = await Desk.findOne({ name: String(name) });
  return keeper?.password === password;
}

app.post('/desk/login', async (req, res) => { // expect: missing-rate-limit
  const { name, password } = req.body;
  if (!(await isKeeper(name, password))) return res.status(401).json({ ok: false });
  res.json({ ok: true });
});

app.post('/admin/login', async (req, res) => { // expect: missing-rate-limit
  if (!(await isKeeper('admin', req.body.password))) return res.status(401).json({ ok: false });
  res.json({ ok: true });
});

app.post('/desk/check', (req, res) => { // ok: missing-rate-limit
  const form = { password: String(req.body.password), repeat: String(req.body.repeat) };
  res.json({ ok: form.password === form.repeat && req.body.password !== req.body.old.password });
});

app.listen(3000);
