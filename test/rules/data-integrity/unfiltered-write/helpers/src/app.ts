import express from 'express';
import jwt from 'jsonwebtoken';
import cron from 'node-cron';
import { addNotice, markAllRead, notebook } from './notices';

const app = express();

function signedIn(req, res, next) {
  try {
    req.user = jwt.verify(req.headers.authorization ?? '', process.env.JWT_SECRET!);
  } catch {
    return res.sendStatus(401);
  }
  next();
}

function adminOnly(req, res, next) {
  if (req.user.role !== 'admin') return res.sendStatus(403);
  next();
}

app.post('/notices/read', signedIn, async (req, res) => {
  await markAllRead(); // expect: unfiltered-write(warning medium)
  //    ^^^^^^^^^^^^^ markAllRead (db.update) changes every row of notices, whoever they belong to
  res.sendStatus(204);
});

app.delete('/notices', async (req, res) => {
  await notebook.clear(); // expect: unfiltered-write(error medium)
  //    ^^^^^^^^^^^^^^^^ notebook.clear (db.delete) deletes every row of notices
  res.sendStatus(204);
});

app.delete('/admin/notices', signedIn, adminOnly, async (req, res) => {
  await notebook.clear(); // ok: unfiltered-write
  res.sendStatus(204);
});

// All of them are put in again.
app.put('/notices', signedIn, async (req, res) => {
  await notebook.clear(); // ok: unfiltered-write
  for (const id of req.body.ids) await addNotice(id);
  res.sendStatus(204);
});

cron.schedule('0 3 * * *', async () => {
  await notebook.clear(); // ok: unfiltered-write
});
