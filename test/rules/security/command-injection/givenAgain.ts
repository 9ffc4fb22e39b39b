// packages: express@5.1.0
import { execSync } from 'node:child_process';
import express from 'express';

const app = express();
const tools = new Map([['lint', 'eslint .']]);

async function install(program: string | undefined) {
  if (!program) {
    program = '/usr/bin/chromium';
    execSync(`${program} --version`); // ok: command-injection
  }
  return program;
}

app.post('/install', async (req, res) => {
  res.json(await install(req.body.program)); // ok: command-injection
});
app.post('/run', async (req, res) => {
  let command = req.body.command;
  if (req.body.known) {
    command = tools.get('lint');
    execSync(command); // ok: command-injection
  }
  execSync(command); // expect: command-injection
  command = 'eslint .';
  execSync(command); // ok: command-injection
  command = command + req.body.folder;
  execSync(command); // expect: command-injection
  res.end();
});
app.post('/later', async (req, res) => {
  let command = 'eslint .';
  const run = () => execSync(command); // expect: command-injection
  command = req.body.command;
  run();
  res.end();
});
