const { PrismaClient } = require('@prisma/client');
const insider = require('./insider');

const prisma = new PrismaClient();

async function rooms(server, options, done) {
  server.post('/rooms', { preHandler: (req, res, next) => insider(req, res, server, next) }, (req) => prisma.room.create({ data: { name: String(req.body.name) } })); // ok: missing-auth-guard
  server.delete('/rooms/:id', { preHandler: async (req, res) => { await insider(req, res, server); } }, (req) => prisma.room.delete({ where: { id: req.params.id } })); // ok: missing-auth-guard
  server.put('/rooms/:id', (req) => prisma.room.update({ where: { id: req.params.id }, data: { open: true } })); // expect: inconsistent-auth-posture
  server.post('/rooms/:id/close', async (req, res) => { // ok: missing-auth-guard
    const visit = await server.visits.ofStaff.byCookie(req.cookies.visit);
    if (!visit) return res.code(401).send({ ok: false });
    return prisma.room.update({ where: { id: req.params.id }, data: { open: false } });
  });
  server.post('/rooms/:id/sweep', async (req, res) => { // expect: inconsistent-auth-posture
    const visit = await server.visits.byHour(req.query.hour);
    if (!visit) return res.code(404).send({ ok: false });
    return prisma.room.update({ where: { id: req.params.id }, data: { clean: true } });
  });
  done();
}

module.exports = rooms;
