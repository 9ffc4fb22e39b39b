// packages: express@5.1.0, @prisma/client@6.0.0, zod@4.0.0
import express from 'express';
import { z } from 'zod';
import { createUser, renameUser } from './users';

const app = express();
const NewUser = z.object({ name: z.string() });

app.post('/users', async (req, res) => {
  res.json(await createUser(req.body)); // expect: mass-assignment
  //                        ^^^^^^^^ is handed to createUser
});
app.post('/safe/schema', async (req, res) => {
  res.json(await createUser(NewUser.parse(req.body))); // ok: mass-assignment
});
app.patch('/safe/fields/:id', async (req, res) => {
  res.json(await renameUser(req.params.id, req.body)); // ok: mass-assignment
});
