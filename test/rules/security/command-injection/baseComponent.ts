// packages: express@5.1.0
import { exec } from 'node:child_process';
import express from 'express';
import { BaseComponent } from './base';

// Named like what pages are made of, and none of it.
class Backup extends BaseComponent {
  constructor(options: { folder: string }) {
    super();
    exec(`tar -cf backup.tar ${options.folder}`); // expect: command-injection
  }
}

const app = express();
app.post('/backups', (req, res) => {
  new Backup({ folder: req.body.folder });
  res.end();
});
