// packages: express@5.1.0
import express from 'express';
import { load } from './store';

const app = express();

class Missing extends Error {
  constructor(readonly id: string) {
    super('missing');
  }
}

app.get('/items/:id', async (req, res) => {
  try {
    if (req.params.id.length > 20) throw new Error(`No item ${req.params.id}`);
    res.json(await load(req.params.id));
  } catch (error) {
    res.status(404).send(`<p>${error.message}</p>`); // expect: xss-raw-html(warning medium)
  }
});
app.get('/items/:id/whole', async (req, res) => {
  try {
    try {
      if (req.query.broken) throw 'No item ' + req.query.broken;
    } finally {
      res.locals.done = true;
    }
    res.json(await load(req.params.id));
  } catch (error) {
    res.status(404).send('<p>' + error + '</p>'); // expect: xss-raw-html
  }
});
app.get('/items/:id/caught', async (req, res) => {
  try {
    try {
      if (req.query.broken) throw new Error('No item ' + req.query.broken);
    } catch {
      res.locals.broken = true;
    }
    res.json(await load(req.params.id));
  } catch (error) {
    res.status(404).send(`<p>${error.message}</p>`); // ok: xss-raw-html
  }
});
app.get('/items/:id/constant', async (req, res) => {
  try {
    if (req.query.broken) throw new Error('No such item', { cause: req.query.broken });
    if (req.query.other) throw new Missing(req.params.id);
    res.json(await load(req.params.id));
  } catch ({ message }) {
    res.status(404).send(`<p>${message}</p>`); // ok: xss-raw-html
  }
});
app.get('/items/:id/inner', async (req, res) => {
  try {
    const items = [1, 2].map(() => {
      throw new Error(`No item ${req.params.id}`);
    });
    res.json(items);
  } catch (error) {
    // Thrown in another function: whether it ends here is not followed.
    res.status(404).send(`<p>${error.message}</p>`); // ok: xss-raw-html
  }
});
