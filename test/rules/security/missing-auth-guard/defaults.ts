// packages: express@5.1.0, @prisma/client@6.0.0, bcryptjs@3.0.0
import bcrypt from 'bcryptjs';
import express from 'express';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
const app = express();
const beginnings = [{ title: 'First' }, { title: 'Second' }];

async function configOrDefault() {
  let config = await prisma.landing.findFirst({ orderBy: { createdAt: 'desc' } });
  if (!config) {
    config = await prisma.landing.create({ data: { title: 'Welcome', count: 500 } });
  }
  return config;
}
async function programmes() {
  let list = await prisma.programme.findMany();
  if (list.length === 0) {
    for (const one of beginnings) await prisma.programme.create({ data: one });
    list = await prisma.programme.findMany();
  }
  return list;
}

// What an empty table starts with is no change that anybody makes.
app.get('/landing', async (_req, res) => res.json(await configOrDefault())); // ok: missing-auth-guard
app.get('/programmes', async (_req, res) => res.json(await programmes())); // ok: missing-auth-guard
// What callers send is.
app.post('/landing', async (req, res) => { // expect: missing-auth-guard
  const config = await prisma.landing.findFirst();
  if (!config) await prisma.landing.create({ data: { title: req.body.title } });
  res.end();
});
app.post('/drafts', async (req, res) => { // expect: missing-auth-guard
  const draft = await prisma.draft.findFirst({ where: { slug: req.body.slug } });
  if (!draft) await prisma.draft.create({ data: { title: 'Draft' } });
  res.end();
});

// Counted in another language.
app.post('/noticias/:slug/vista', async (req, res) => { // ok: missing-auth-guard
  res.json(await prisma.noticia.updateMany({ where: { slug: req.params.slug, publicado: true }, data: { vistas: { increment: 1 } } }));
});
app.post('/noticias/:slug/precio', async (req, res) => { // expect: missing-auth-guard
  res.json(await prisma.noticia.updateMany({ where: { slug: req.params.slug, publicado: true }, data: { precio: { increment: 1 } } }));
});
// Endpoint público para documentos de inscripción
app.post('/documentos', async (req, res) => res.json(await prisma.documento.create({ data: req.body }))); // ok: missing-auth-guard
// Endpoint publicado en la segunda versión
app.post('/carpetas', async (req, res) => res.json(await prisma.carpeta.create({ data: req.body }))); // expect: missing-auth-guard

// Whoever comes with a password is not known before.
app.post('/enter', async (req, res) => { // ok: missing-auth-guard
  const user = await prisma.user.findUnique({ where: { name: String(req.body.name) } });
  if (!user || !(await bcrypt.compare(String(req.body.password), user.hash))) return res.status(401).end();
  res.json(await prisma.visit.create({ data: { userId: user.id } }));
});
app.post('/clinic-waitlist', async (req, res) => res.json(await prisma.entry.create({ data: { email: String(req.body.email) } }))); // ok: missing-auth-guard
app.post('/clinic-waitlist/approve', async (req, res) => res.json(await prisma.entry.update({ where: { id: String(req.body.id) }, data: { approved: true } }))); // expect: missing-auth-guard
app.post('/analytics/track', async (req, res) => res.json(await prisma.event.create({ data: { name: String(req.body.name) } }))); // ok: missing-auth-guard
app.post('/analytics/goals', async (req, res) => res.json(await prisma.goal.create({ data: { name: String(req.body.name) } }))); // expect: missing-auth-guard
app.listen(3000);
