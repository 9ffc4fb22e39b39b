import assert from 'node:assert/strict';
import { openWith } from '../engine/liveProject';

const head = `const express = require('express');
const jwt = require('jsonwebtoken');
const passport = require('passport');
const admin = require('firebase-admin');
const mongoose = require('mongoose');
const { expressjwt } = require('express-jwt');
const { PrismaClient } = require('@prisma/client');
const { createClient } = require('@supabase/supabase-js');
const { Pool } = require('pg');
const supabase = createClient(process.env.URL, process.env.KEY);
const prisma = new PrismaClient();
const pool = new Pool();
const User = mongoose.model('User', new mongoose.Schema({}));
const app = express();
`;
const packages = {
  express: '4.21.0',
  passport: '0.7.0',
  'express-jwt': '8.4.1',
  'firebase-admin': '12.0.0',
  mongoose: '8.0.0',
  '@prisma/client': '6.1.0',
  '@supabase/supabase-js': '2.45.0',
  pg: '8.13.0',
};

/** Middleware as people write it, and whether a stranger is kept out. */
const idioms: Record<string, [string, 'present' | 'absent']> = {
  'a session that is asked for': [
    '(req, res, next) => { if (!req.session || !req.session.user) return res.sendStatus(401); next(); }',
    'present',
  ],
  'a choice between two ways': ["(req, res, next) => { req.session.user ? next() : res.redirect('/login'); }", 'present'],
  'a callback that refuses': [
    '(req, res, next) => { jwt.verify(req.headers.authorization, process.env.S, (err, user) => { if (err) return res.sendStatus(403); req.user = user; next(); }); }',
    'present',
  ],
  'a callback that refuses and goes on': [
    '(req, res, next) => { jwt.verify(req.headers.authorization, process.env.S, (err, user) => { if (err) res.sendStatus(403); req.user = user; next(); }); }',
    'absent',
  ],
  'a failure that is only logged': [
    '(req, res, next) => { try { req.user = jwt.verify(req.headers.authorization, process.env.S); } catch (e) { console.log(e); } next(); }',
    'absent',
  ],
  'an answer to a failure, without a return': [
    '(req, res, next) => { try { req.user = jwt.verify(req.headers.authorization, process.env.S); } catch (e) { res.sendStatus(401); } next(); }',
    'absent',
  ],
  'a token that is only decoded': ['(req, res, next) => { req.user = jwt.decode(req.headers.authorization); next(); }', 'absent'],
  'a key that is compared': [
    "(req, res, next) => { if (req.headers['x-api-key'] !== process.env.API_KEY) return res.sendStatus(401); next(); }",
    'present',
  ],
  'a header that has to be there': [
    '(req, res, next) => { if (!req.headers.authorization) { res.sendStatus(401); } else { next(); } }',
    'absent',
  ],
  'two ways with an else': [
    "function (req, res, next) { if (req.session.user) { next(); } else { res.status(401).send('no'); } }",
    'present',
  ],
  'an early way out': ["function (req, res, next) { if (req.session.user) { next(); return; } res.status(401).send('no'); }", 'present'],
  'a promise whose success goes on': [
    '(req, res, next) => { admin.auth().verifyIdToken(req.headers.authorization).then((user) => { req.user = user; next(); }).catch(() => res.sendStatus(401)); }',
    'present',
  ],
  'a promise with two callbacks': [
    '(req, res, next) => { admin.auth().verifyIdToken(req.headers.authorization).then(() => { next(); }, () => { res.sendStatus(401); }); }',
    'present',
  ],
  'a promise whose failure is handed on': [
    '(req, res, next) => admin.auth().verifyIdToken(req.headers.authorization).then((user) => { req.user = user; return next(); }).catch(next)',
    'present',
  ],
  'a promise that goes on in the end': [
    '(req, res, next) => { admin.auth().verifyIdToken(req.headers.authorization).then((user) => { req.user = user; }).catch(() => {}).finally(() => next()); }',
    'absent',
  ],
  'a promise that goes on after a failure': [
    '(req, res, next) => { admin.auth().verifyIdToken(req.headers.authorization).then(() => { next(); }).catch(() => next()); }',
    'absent',
  ],
  'a promise with more behind it': [
    '(req, res, next) => { admin.auth().verifyIdToken(req.headers.authorization).then((user) => { req.user = user; }).catch(() => {}); next(); }',
    'absent',
  ],
  'a user that Supabase knows': [
    '(req, res, next) => { supabase.auth.getUser(req.headers.authorization).then(({ data, error }) => { if (error || !data.user) return res.sendStatus(401); next(); }); }',
    'present',
  ],
  'a user that nobody looks at': [
    'async (req, res, next) => { const { data } = await supabase.auth.getUser(req.headers.authorization); req.user = data.user; next(); }',
    'absent',
  ],
  'a row of the caller': [
    "async (req, res, next) => { const { rows } = await pool.query('select * from users where id = $1', [req.session.userId]); if (!rows[0]) return res.sendStatus(401); next(); }",
    'present',
  ],
  'a row whose absence throws': [
    "async (req, res, next) => { try { const { rows } = await pool.query('select * from users where id = $1', [req.session.userId]); if (!rows[0]) throw new Error('x'); next(); } catch { res.sendStatus(401); } }",
    'present',
  ],
  'a document of the caller': [
    'async (req, res, next) => { const user = await User.findById(req.session.userId); if (!user) return res.sendStatus(401); next(); }',
    'present',
  ],
  'a record by a unique key': [
    'async (req, res, next) => { const user = await prisma.user.findUnique({ where: { id: req.session.userId } }); if (!user) return res.sendStatus(401); next(); }',
    'present',
  ],
  'the first record, for whoever has no session': [
    'async (req, res, next) => { const user = await prisma.user.findFirst({ where: { id: req.session.userId } }); if (!user) return res.sendStatus(401); next(); }',
    'absent',
  ],
  'a document that the caller names': [
    'async (req, res, next) => { const user = await User.findById(req.body.userId); if (!user) return res.sendStatus(401); next(); }',
    'absent',
  ],
  'passport by itself': ["passport.authenticate('jwt', { session: false })", 'present'],
  'passport with a callback that refuses': [
    "(req, res, next) => passport.authenticate('jwt', (err, user) => { if (err || !user) return res.sendStatus(401); req.user = user; next(); })(req, res, next)",
    'present',
  ],
  'passport with a callback that lets everybody through': [
    "(req, res, next) => passport.authenticate('jwt', (err, user) => { if (user) req.user = user; next(); })(req, res, next)",
    'absent',
  ],
  'a token that is required': ["expressjwt({ secret: process.env.S, algorithms: ['HS256'] })", 'present'],
  'a token that is welcome': ["expressjwt({ secret: process.env.S, algorithms: ['HS256'], credentialsRequired: false })", 'absent'],
};

describe('middleware as people write it', () => {
  for (const [name, [source, expected]] of Object.entries(idioms))
    it(`${expected === 'present' ? 'keeps strangers out with' : 'lets strangers through with'} ${name}`, async () => {
      const project = await openWith(packages, {
        'src/app.js': `${head}const guard = ${source};\napp.delete('/orders/:id', guard, (req, res) => { res.json({}); });\n`,
      });
      const [route] = project.session.routes();
      project.session.dispose();
      assert.equal(route?.authentication, expected);
    });
});
