// packages: express@5.1.0
import express from 'express';

const app = express();

function trace(what: string, value?: unknown) {
  console.log(what, value);
}
function note(...parts: unknown[]) {
  console.info('[app]', ...parts);
}
function inTests(value: unknown) {
  if (process.env.NODE_ENV === 'test') console.log(value);
}
function count(value: string) {
  console.log(value.length);
}
function welcome(email: string) {
  console.log('Welcome', email); // expect: pii-in-logs
}

app.post('/login', (req, res) => {
  const { password, name } = req.body;
  trace('login', password); // expect: pii-in-logs(error high)
  trace(name); // ok: pii-in-logs
  trace('password'); // ok: pii-in-logs
  note('login', req.body.password); // expect: pii-in-logs
  inTests(password); // ok: pii-in-logs
  count(password); // ok: pii-in-logs
  welcome(req.body.email); // ok: pii-in-logs
  console.log({ password: name.trim() }); // ok: pii-in-logs
  res.sendStatus(204);
});

app.post('/signup', (req, res) => {
  const { password, value } = req.body;
  const kept = { password: value };
  console.log(kept); // expect: pii-in-logs
  console.log({ password: '***' }); // ok: pii-in-logs
  console.log(password.replace(/\s/g, '')); // ok: pii-in-logs
  console.log(password.replace(/ /g, '')); // expect: pii-in-logs
  console.log(password.replace('-', '')); // expect: pii-in-logs
  console.log(password.replace(/./g, '*')); // ok: pii-in-logs
  console.log(password.replace(/.(?=.{2})/g, '*')); // ok: pii-in-logs
  res.sendStatus(204);
});
app.post('/tried', (req, res) => {
  const TEST = Boolean(process.env.CI);
  const pattern = /x/;
  if (TEST) console.log(req.body.password); // ok: pii-in-logs
  if (pattern.test(req.path)) console.log(req.body.password); // expect: pii-in-logs
  res.sendStatus(204);
});
