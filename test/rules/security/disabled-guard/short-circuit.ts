// file: src/app.ts
// packages: express@4.21.2, @prisma/client@6.1.0
import { PrismaClient } from '@prisma/client';
import express from 'express';

const prisma = new PrismaClient();
const app = express();

function answers(req, res, next) {
  req.user || res.sendStatus(401);
  next();
}

function stops(req, res, next) {
  req.user ? next() : res.sendStatus(401);
}

function handsOn(req, res, next) {
  if (!req.user) res.sendStatus(401);
  req.user && next();
}

async function drop(req, res) {
  res.json(await prisma.order.delete({ where: { id: req.params.id } }));
}

app.delete('/a/:id', answers, drop); // expect: disabled-guard
app.delete('/b/:id', stops, drop); // ok: disabled-guard
app.delete('/c/:id', handsOn, drop); // ok: disabled-guard
app.listen(3000);
