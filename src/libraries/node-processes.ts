import { defineLibrary, type CallRole } from '../model/library';

/** The text goes to a shell. */
const shell: CallRole = { sinks: [{ category: 'command', arg: 0 }] };
const shells = ['sh', 'bash', 'dash', 'zsh', 'ksh', 'cmd', 'cmd.exe', 'powershell', 'powershell.exe', 'pwsh']
  .flatMap((name) => [name, `/bin/${name}`, `/usr/bin/${name}`])
  .join('|');
/** The program is named, arguments are handed over as they are unless a shell is asked for. */
const program: CallRole = {
  sinks: [
    { category: 'command', arg: 0, safeWhen: 'option:shell' },
    { category: 'command', arg: 'all', onlyWhen: 'option:shell' },
    { category: 'command', arg: 'script', onlyWhen: `arg0:${shells}` },
  ],
};
const code: CallRole = { sinks: [{ category: 'code', arg: 0 }] };
const quoted: CallRole = { sanitises: ['command'] };

function on(module: string): Record<string, CallRole> {
  return {
    ...Object.fromEntries(['exec', 'execSync'].map((name) => [`${module}${name}`, shell])),
    ...Object.fromEntries(['execFile', 'execFileSync', 'spawn', 'spawnSync', 'fork'].map((name) => [`${module}${name}`, program])),
  };
}

/** Programs that are started, with and without a shell, and code that is run from text. */
export default defineLibrary({
  id: 'node-processes',
  title: 'Node.js processes',
  packages: [],
  aliases: {
    'zx#$()': 'zx#made',
    // https://execa.io: `execaCommand` splits by spaces, `shell: true` hands to a shell.
    'execa#default': 'execa#',
  },
  // The promise is rejected where the callback would be told of a failure.
  memoises: { 'node:util#promisify': 0 },
  calls: {
    ...on('node:child_process#'),
    ...on('mz/child_process#'),
    ...on('promisify-child-process#'),
    ...on('child-process-promise#'),
    'cross-spawn#': program,
    'cross-spawn#spawn': program,
    'cross-spawn#sync': program,
    'execa#': program,
    'execa#execa': program,
    'execa#execaSync': program,
    'execa#sync': program,
    'execa#execaCommand': shell,
    'execa#execaCommandSync': shell,
    'execa#command': shell,
    'execa#commandSync': shell,
    'execa#shell': shell,
    'execa#shellSync': shell,
    'async-execute#': shell,
    'shell-exec#': shell,
    'exec#': shell,
    'exec-async#': shell,
    'await-exec#': shell,
    'remote-exec#': { sinks: [{ category: 'command', arg: 1 }] },
    // What they read back may hold functions that are run.
    'node-serialize#unserialize': code,
    'serialize-to-js#deserialize': code,
    'funcster#deepDeserialize': code,
    // https://mathjs.org/docs/expressions/security.html: before 4 expressions were run by eval.
    ...Object.fromEntries(
      ['mathjs#eval', 'mathjs#compile', 'mathjs#evaluate'].map((name): [string, CallRole] => [
        name,
        { sinks: [{ category: 'code', arg: 0, until: { package: 'mathjs', major: 4 } }] },
      ]),
    ),
    'notevil#': code,
    'safe-eval#': code,
    'static-eval#': code,
    'shelljs#exec': shell,
    'shelljs#default.exec': shell,
    'node-cmd#run': shell,
    'node-cmd#runSync': shell,
    'node-cmd#get': shell,
    'exec-sh#': shell,
    'exec-sh#promise': shell,
    // The line is split into a program and its arguments.
    '@actions/exec#exec': shell,
    '@actions/exec#getExecOutput': shell,
    'ssh2-exec#': { sinks: [{ category: 'command', arg: 1 }] },
    'shell-quote#quote': quoted,
    'shell-escape#': quoted,
    'shescape#quote': quoted,
    'node:vm#runInThisContext': code,
    'node:vm#runInNewContext': code,
    'node:vm#runInContext': code,
    'node:vm#Script': code,
    'node:vm#compileFunction': code,
    'vm2#VM().run': code,
    'vm2#NodeVM().run': code,
  },
  // What an action is told of was written by whoever opened the issue or the pull request.
  reads: { '@actions/github#context.payload': { input: 'arguments' } },
});
