// packages: express@4.19.0, bluebird@3.7.2, @acme/files@1.0.0
const express = require('express');
const path = require('path');
const Bluebird = require('bluebird');
const { openDocument, rememberName } = require('@acme/files');

const files = Bluebird.promisifyAll(require('fs'));
const app = express();

app.get('/documents', async (req, res) => {
  await files.readFileAsync(`documents/${req.query.name}`); // expect: path-traversal(error medium)
  const file = path.join('documents', req.query.name); // expect: path-traversal(error low)
  await openDocument(file);
  openDocument({ at: path.resolve('documents', req.query.name) }); // expect: path-traversal(error low)
  openDocument(path.join('documents', path.basename(req.query.name))); // ok: path-traversal
  openDocument(path.join('documents', 'index.html')); // ok: path-traversal
  rememberName(path.join('documents', req.query.name)); // ok: path-traversal
  const checked = path.join('documents', req.query.name);
  if (!checked.startsWith('documents/')) return res.sendStatus(404);
  return openDocument(checked); // ok: path-traversal
});

app.get('/plugins', (req, res) => {
  require(req.query.plugin); // expect: path-traversal
  require('./plugins'); // ok: path-traversal
  const real = files.realpathSync(req.query.name);
  files.readFileSync(real); // expect: path-traversal
  res.end(files.readFileSync(path.join('/srv/plugins', real))); // ok: path-traversal
});

app.get('/relative', (req, res) => {
  const name = path.normalize(req.query.name);
  if (name.startsWith('..')) return res.sendStatus(404);
  files.readFileSync(name + '/index.html'); // expect: path-traversal
  if (path.isAbsolute(name)) files.readFileSync(name); // expect: path-traversal
  else files.readFileSync(name); // ok: path-traversal
  if (name.slice(0, 5) === 'docs/') files.readFileSync(path.join('x', name)); // ok: path-traversal
  return res.end();
});
