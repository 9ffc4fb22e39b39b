import assert from 'node:assert/strict';
import { endpointsOf, openWith } from '../engine/liveProject';

const ok = '(req, res) => { res.json([]); }';
const endpoints = async (source: string): Promise<string[]> => {
  const project = await openWith(
    { express: '4.21.0' },
    { 'src/app.js': `const express = require('express');\nconst app = express();\n${source}` },
  );
  const found = endpointsOf(project);
  project.session.dispose();
  return found;
};

describe('what turns people away who are signed in', () => {
  it('guards nothing as middleware', async () =>
    assert.deepEqual(
      await endpoints(`const guest = (req, res, next) => {
  if (!req.isAuthenticated()) return next();
  res.redirect('/home');
};
const stranger = (req, res, next) => {
  if (req.user) return res.redirect('/home');
  next();
};
const member = (req, res, next) => {
  if (req.isAuthenticated()) return next();
  res.redirect('/login');
};
app.post('/drafts', guest, ${ok});
app.post('/notes', stranger, ${ok});
app.post('/orders', member, ${ok});
`),
      ['absent POST /drafts', 'absent POST /notes', 'present POST /orders'],
    ));

  it('guards nothing in a handler', async () =>
    assert.deepEqual(
      await endpoints(`app.post('/drafts', (req, res) => {
  if (req.user) return res.redirect('/home');
  res.json({});
});
app.post('/orders', (req, res) => {
  if (req.user) return res.json(list(req.user));
  res.redirect('/login');
});
`),
      ['absent POST /drafts', 'present POST /orders'],
    ));
});
