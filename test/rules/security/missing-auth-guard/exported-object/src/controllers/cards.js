const jwt = require('jsonwebtoken');
const { PrismaClient } = require('@prisma/client');
const catchAsync = require('../utils/catchAsync');

const prisma = new PrismaClient();

const addCard = catchAsync(async (req, res) => {
  res.json(await prisma.card.create({ data: { title: req.body.title } }));
});

const moveCard = catchAsync(async (req, res) => {
  const { id } = jwt.verify(req.headers.authorization, process.env.JWT_SECRET);
  res.json(await prisma.card.update({ where: { id: req.params.id, owner: id }, data: { lane: req.body.lane } }));
});

module.exports = { addCard, moveCard };
