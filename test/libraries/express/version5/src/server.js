// packages: express@5.1.0, @prisma/client@6.1.0
const express = require('express');
const { PrismaClient } = require("@prisma/client");
const asyncHandler = require('express-async-handler');
const { verifyToken } = require('./verifyToken');

const prisma = new PrismaClient();
const app = express();
const api = express.Router({ mergeParams: true });

// Nested routers: the guard of the outer one covers the inner one.
const inner = express.Router();
inner.get('/leaf', async (req, res) => {
  const rows = await prisma.leaf.findMany();
  res.json(rows);
});
api.use(verifyToken);
api.use('/inner', inner);
app.use('/api', api);

app.get('/wrapped', asyncHandler(async (req, res) => {
  const rows = await prisma.leaf.findMany();
  res.json(rows);
}));
app.post('/guarded', verifyToken, asyncHandler(async (req, res) => {
  await prisma.leaf.create({ data: { name: req.body.name } });
  res.status(201).end();
}));
app.get('/inside', async (req, res) => {
  if (!req.isAuthenticated()) return res.status(401).end();
  const rows = await prisma.leaf.findMany();
  res.json(rows);
});
app.all('/files/{*path}', async (req, res) => {
  await prisma.leaf.deleteMany();
  res.end();
});

app.listen(3000);
