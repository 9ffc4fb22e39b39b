// packages: express@4.21.0, jsonwebtoken@9.0.0, typeorm@0.3.20
import express from 'express';
import jwt from 'jsonwebtoken';
import { DataSource } from 'typeorm';
import { Member } from './member.entity';
import { anything } from './elsewhere';

const app = express();
const source = new DataSource({ type: 'postgres' });
const open = (process.env.OPEN_PATHS ?? '').split(',');

app.use(express.json());
// Whom it lets through by their address nobody can tell here; it does not look at fields all the same.
app.use(async (req, res, next) => {
  if (/\/api\//i.test(req.path)) {
    const isOpen = open.some((path) => req.path.startsWith(path));
    if (isOpen) {
      next();
    } else {
      const { isValid, key } = await knownKey(req);
      if (!isValid || !key) return res.status(401).json({ error: 'Unauthorized' });
      next();
    }
  } else {
    next();
  }
});

async function knownKey(req: express.Request) {
  try {
    return { isValid: true, key: jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!) };
  } catch {
    return { isValid: false };
  }
}

app.put('/api/members', async (req, res) => {
  const old = await source.manager.findOneByOrFail(Member, { id: req.body.id }); // expect: mass-assignment
  const changed = source.manager.merge(Member, old, req.body);
  res.json(await source.manager.save(Member, changed));
});

app.use(anything());
// What this one does nobody can tell at all.
app.post('/api/members', async (req, res) => {
  res.json(await source.manager.save(Member, req.body)); // ok: mass-assignment
});
