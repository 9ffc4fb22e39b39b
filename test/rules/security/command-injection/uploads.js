// packages: express@4.19.0, multer@1.4.5, mathjs@3.10.1, node-serialize@0.0.4
const express = require('express');
const fs = require('fs');
const { exec } = require('child_process');
const mathjs = require('mathjs');
const multer = require('multer');
const serialize = require('node-serialize');

const app = express();

app.post('/pictures', multer({ dest: 'uploads', limits: { fileSize: 1e6 } }).single('picture'), (req, res) => {
  exec(`convert uploads/${req.file.originalname} out.png`); // expect: command-injection
  exec(`convert ${req.file.path} out.png`); // ok: command-injection
  serialize.unserialize(req.file.buffer.toString()); // expect: command-injection
  // A name without folders.
  fs.renameSync(req.file.path, `pictures/${req.file.originalname}`); // ok: path-traversal
  res.json(mathjs.eval(req.body.sum)); // expect: command-injection
});
