// file: src/app.ts
// packages: express@5.1.0, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
const FIELDS = ['name', 'bio'] as const;
const allowed = new Set<string>(FIELDS);
function pick1(o: any, ks: readonly string[]) {
  return Object.fromEntries(ks.filter((k) => k in o).map((k) => [k, o[k]]));
}
function pick2(o: any, ks: readonly string[]) {
  return ks.reduce((a: any, k) => {
    if (k in o) a[k] = o[k];
    return a;
  }, {});
}
function pick3(o: any, ks: readonly string[]) {
  const out: any = {};
  ks.forEach((k) => {
    if (o[k] !== undefined) out[k] = o[k];
  });
  return out;
}
function pick4<T extends object, K extends keyof T>(o: T, ...ks: K[]): Pick<T, K> {
  const out = {} as Pick<T, K>;
  for (const k of ks) out[k] = o[k];
  return out;
}
const pick5 = (o: any, ks: readonly string[]) => ks.reduce((a, k) => ({ ...a, [k]: o[k] }), {});
function copy(o: any) {
  return Object.fromEntries(Object.entries(o));
}
function defined(o: any) {
  return Object.fromEntries(Object.entries(o).filter(([, v]) => v !== undefined));
}
app.put('/1', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: pick1(req.body, FIELDS) })); // ok: mass-assignment
});
app.put('/2', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: pick2(req.body, ['name']) })); // ok: mass-assignment
});
app.put('/3', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: pick3(req.body, FIELDS) })); // ok: mass-assignment
});
app.put('/4', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: pick4(req.body, 'name', 'bio') })); // ok: mass-assignment
});
app.put('/5', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: pick5(req.body, FIELDS) })); // ok: mass-assignment
});
app.put('/6', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: copy(req.body) })); // expect: mass-assignment
});
app.put('/7', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: 1 }, data: defined(req.body) })); // expect: mass-assignment
});
app.put('/8', async (req, res) => {
  const data = Object.fromEntries(Object.entries(req.body).filter(([k]) => allowed.has(k)));
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
app.put('/9', async (req, res) => {
  const data: any = {};
  Object.keys(req.body).forEach((k) => {
    if (allowed.has(k)) data[k] = req.body[k];
  });
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
app.put('/10', async (req, res) => {
  const data: any = {};
  Object.keys(req.body).forEach((k) => { // expect: mass-assignment
    data[k] = req.body[k];
  });
  res.json(await prisma.user.update({ where: { id: 1 }, data }));
});
app.put('/11', async (req, res) => {
  const updates = Object.keys(req.body);
  const ok = updates.every((u) => FIELDS.includes(u as any));
  if (!ok) return res.status(400).end();
  res.json(await prisma.user.update({ where: { id: 1 }, data: req.body })); // ok: mass-assignment
});
app.put('/12', async (req, res) => {
  const data = { ...req.body }; // expect: mass-assignment
  delete data.role;
  res.json(await prisma.user.update({ where: { id: 1 }, data }));
});
app.put('/13', async (req, res) => {
  const data = FIELDS.reduce((a, f) => (req.body[f] !== undefined ? { ...a, [f]: req.body[f] } : a), {});
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
app.put('/14', async (req, res) => {
  const data = { name: req.body.name, ...(req.body.bio && { bio: req.body.bio }) };
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
app.put('/15', async (req, res) => {
  const data = JSON.parse(JSON.stringify(req.body)); // expect: mass-assignment
  res.json(await prisma.user.update({ where: { id: 1 }, data }));
});
app.listen(3000);
app.put('/16', async (req, res) => {
  const data = Object.fromEntries(FIELDS.map((f) => [f, req.body[f]]));
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
app.put('/18', async (req, res) => {
  if (Object.keys(req.body).some((k) => !allowed.has(k))) return res.status(400).end();
  res.json(await prisma.user.update({ where: { id: 1 }, data: req.body })); // ok: mass-assignment
});
app.put('/19', async (req, res) => {
  if (Object.keys(req.body).some((k) => allowed.has(k))) console.log('x'); // expect: mass-assignment
  res.json(await prisma.user.update({ where: { id: 1 }, data: req.body }));
});
app.put('/20', async (req, res) => {
  const data = Object.fromEntries(
    Object.keys(req.body)
      .filter((k) => allowed.has(k))
      .map((f) => [f, req.body[f]]),
  );
  res.json(await prisma.user.update({ where: { id: 1 }, data })); // ok: mass-assignment
});
