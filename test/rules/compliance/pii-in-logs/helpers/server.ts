import express from 'express';
import { guarded, note, onlyHere, say, size, trace as tell, welcome } from './lib';
import * as lib from './lib/trace';

const app = express();

app.post('/login', (req, res) => {
  const { password, name } = req.body;
  tell('login', password); // expect: pii-in-logs(error high)
  tell('login', { user: name, password }); // expect: pii-in-logs
  tell(name); // ok: pii-in-logs
  tell('password'); // ok: pii-in-logs
  note('login', req.body.password); // expect: pii-in-logs
  lib.trace('login', password); // expect: pii-in-logs
  say.aloud(password); // expect: pii-in-logs
  onlyHere(password); // ok: pii-in-logs
  guarded(password); // ok: pii-in-logs
  size(password); // ok: pii-in-logs
  welcome(req.body.email); // ok: pii-in-logs
  res.sendStatus(204);
});
