// packages: express@4.21.0, execa@9.0.0, shelljs@0.8.5, shell-quote@1.8.0, zod@4.0.0
import express from 'express';
import { exec, execFile, execSync, spawn } from 'node:child_process';
import { format, promisify } from 'node:util';
import vm from 'node:vm';
import { execa, execaCommand } from 'execa';
import { quote } from 'shell-quote';
import shell from 'shelljs';
import { z } from 'zod';

const app = express();
const run = promisify(exec);
const hosts = ['a.example.com', 'b.example.com'];

app.post('/convert', (req, res) => {
  exec(`convert ${req.body.file} out.png`, () => res.end()); // expect: command-injection(error high)
});
app.get('/ping', async (req, res) => {
  const { stdout } = await run('ping -c 1 ' + req.query.host); // expect: command-injection
  res.end(stdout);
});
app.get('/quoted', (req, res) => res.end(execSync(`git log -- "${req.query.file}"`))); // expect: command-injection
app.get('/joined', (req, res) => res.end(execSync(['git', 'log', req.query.file].join(' ')))); // expect: command-injection
app.get('/format', (req, res) => res.end(execSync(format('git show %s', req.query.ref)))); // expect: command-injection
app.get('/shell', (req, res) => {
  spawn('git', ['show', String(req.query.ref)], { shell: true }).stdout!.pipe(res); // expect: command-injection
});
app.get('/program', (req, res) => {
  execFile(String(req.query.program), [], () => res.end()); // expect: command-injection
});
app.get('/libraries', async (req, res) => {
  shell.exec(`ls ${req.query.folder}`); // expect: command-injection
  await execaCommand(`ls ${req.query.folder}`); // expect: command-injection
  await execa('ls', [String(req.query.folder)]); // ok: command-injection
  res.end();
});
app.post('/code', (req, res) => {
  res.json(eval(req.body.formula)); // expect: command-injection
  //            ^^^^^^^^^^^^^^^^ is run as code
  res.json(vm.runInNewContext(req.body.formula)); // expect: command-injection
  res.json(new Function('x', req.body.formula)); // expect: command-injection
});

app.get('/safe/array', (req, res) => {
  execFile('git', ['show', String(req.query.ref)], () => res.end()); // ok: command-injection
  spawn('git', ['show', String(req.query.ref)], { shell: false }).stdout!.pipe(res); // ok: command-injection
});
app.get('/safe/list', (req, res) => {
  const host = String(req.query.host);
  if (!hosts.includes(host)) return res.status(400).end();
  exec(`ping -c 1 ${host}`, () => res.end()); // ok: command-injection
});
app.get('/wrong-side', (req, res) => {
  const host = String(req.query.host);
  if (!hosts.includes(host)) exec(`ping -c 1 ${host}`, () => res.end()); // expect: command-injection
});
app.get('/safe/number', (req, res) => {
  exec(`head -n ${Number(req.query.lines)} log.txt`, () => res.end()); // ok: command-injection
  exec(`head -n ${parseInt(req.query.lines as string, 10)} log.txt`, () => res.end()); // ok: command-injection
});
app.get('/safe/pattern', (req, res) => {
  const ref = String(req.query.ref);
  if (!/^[0-9a-f]{40}$/.test(ref)) return res.status(400).end();
  exec(`git show ${ref}`, () => res.end()); // ok: command-injection
});
app.get('/safe/quoted', (req, res) => {
  exec(quote(['git', 'show', String(req.query.ref)]), () => res.end()); // ok: command-injection
});
app.get('/safe/constant', (_req, res) => {
  exec('git status', () => res.end()); // ok: command-injection
  exec(`${process.env.GIT} status`, () => res.end()); // ok: command-injection
});
const Query = z.object({ format: z.enum(['png', 'jpg']) });
app.get('/safe/schema', (req, res) => {
  const { format: kind } = Query.parse(req.query);
  exec(`convert in out.${kind}`, () => res.end()); // ok: command-injection
});

/** What its callers hand over is not known here. */
export function tag(name: string, command: string) {
  execSync(`git tag ${name}`); // expect: command-injection(warning low)
  execSync(`nice ${command}`); // ok: command-injection
  execFile('git', ['tag', name]); // ok: command-injection
}
