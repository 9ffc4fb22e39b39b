// file: src/browsers.ts
// packages: express@4.21.0
import express from 'express';
import { execFile } from 'node:child_process';

const app = express();
const programs = ['chromium', 'google-chrome'];

async function isAllowed(program: string) {
  return process.env.ALLOW_ALL === '1' || programs.includes(program);
}

async function prepared(program: string | undefined) {
  if (!program) program = 'chromium';
  else if (!(await isAllowed(program))) {
    throw new Error('this program is not allowed');
  }
  return program;
}

async function trimmed(program: string) {
  if (!(await isAllowed(program))) console.warn('another program', program);
  return program.trim();
}

async function version(program: string) {
  try {
    program = await prepared(program);
    execFile(program, ['--version']); // ok: command-injection
  } catch {
    console.warn('no such program');
  }
}

async function anyVersion(program: string) {
  if (program === '') program = await prepared(program);
  execFile(program, ['--version']); // ok: command-injection
}

app.post('/versions', async (req, res) => {
  await version(req.body.program); // ok: command-injection
  await anyVersion(req.body.program); // expect: command-injection
  res.end();
});
app.post('/browser', async (req, res) => {
  const program = await prepared(req.body.program);
  execFile(program, ['--version'], () => res.end()); // ok: command-injection
  const other = await trimmed(req.body.program);
  execFile(other, ['--version'], () => res.end()); // expect: command-injection(error high)
});
