// packages: express@4.19.0, node-serialize@0.0.4
const express = require('express');
const { spawn, execFileSync } = require('child_process');
const serialize = require('node-serialize');

const app = express();

app.post('/run', (req, res) => {
  const { name, after } = req.body;
  spawn('sh', ['-c', `tar xf ${name}`]); // expect: command-injection
  spawn('/bin/bash', ['-lc', name]); // expect: command-injection
  execFileSync('cmd.exe', ['/c', 'type ' + name]); // expect: command-injection
  const told = ['-c'];
  told.push('ls ' + name);
  spawn('bash', told); // expect: command-injection
  // The shell is given the text as a value.
  spawn('sh', ['-c', 'tar xf "$1"', 'sh', name]); // ok: command-injection
  spawn('tar', ['-c', name]); // ok: command-injection
  setTimeout(after, 10); // expect: command-injection
  setTimeout(() => res.send(after), 10); // ok: command-injection
  serialize.unserialize(req.body.cart); // expect: command-injection
  serialize.serialize(req.body.cart); // ok: command-injection
});
