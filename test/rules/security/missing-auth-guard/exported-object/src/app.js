// packages: express@5.1.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
const express = require('express');
const cards = require('./controllers/cards');
const { addCard, moveCard } = require('./controllers/cards');

const app = express();
app.post('/cards', cards.addCard); // expect: missing-auth-guard
app.patch('/cards/:id', cards.moveCard); // ok: missing-auth-guard
app.post('/boards/cards', addCard); // expect: missing-auth-guard
app.patch('/boards/cards/:id', moveCard); // ok: missing-auth-guard
app.listen(3000);
