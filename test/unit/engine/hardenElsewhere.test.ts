import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/fixes/edits';
import { analyse } from '../../harness/project';

const routes = `const express = require('express');
const notes = require('./notes');
const app = express();

app.get('/first', notes.first);
app.get('/last', notes.last);

module.exports = app;
`;

const notes = `${'// What a note is, at some length.\n'.repeat(40)}
exports.first = async (req, res) => {
  res.json(await fetch('https://first.example.com'));
};

${'// What a note is, at some length.\n'.repeat(40)}
exports.last = async (req, res) => {
  res.json(await fetch('https://last.example.com'));
};
`;

describe('hardening a handler that is registered in another file', () => {
  for (const name of ['first', 'last'])
    it(`changes the handler that was asked for: ${name}`, async () => {
      const files = { 'package.json': '{ "dependencies": { "express": "4.21.0" } }', 'app.js': routes, 'notes.js': notes };
      const { session } = await analyse(files);
      const at = notes.indexOf(`https://${name}.`);
      const action = session.actions('notes.js', { start: at, end: at }).find(({ kind }) => kind === 'harden');
      const fix = action && session.resolve('notes.js', action.id);
      assert.ok(fix, 'it is offered');
      const text = applyEdits(
        notes,
        fix.edits.flatMap(({ edits }) => edits),
      );
      const [first, last] = text.split('exports.last') as [string, string];
      const [own, other] = name === 'first' ? [first, last] : [last, first];
      assert.match(own, /AbortSignal\.timeout/);
      assert.doesNotMatch(other, /AbortSignal\.timeout/);
    });
});
