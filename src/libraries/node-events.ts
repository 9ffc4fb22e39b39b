import { defineLibrary, type CallRole, type Variant } from '../model/library';

const listener: CallRole = { unawaited: 'emitter' };
const callback: CallRole = { unawaited: 'callback' };
/** When these call back, whoever called them is gone. */
const later: CallRole = { unawaited: 'callback', callsBack: true };

const catching: Variant[] = [{ arg: 0, option: 'captureRejections', text: /^true$/, value: 'node:events#catchingEmitter' }];

function listeners(...receivers: string[]): Record<string, CallRole> {
  return Object.fromEntries(
    receivers.flatMap((receiver) =>
      ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'].map((name) => [`${receiver}.${name}`, listener]),
    ),
  );
}

function called(module: string, names: readonly string[]): Record<string, CallRole> {
  return Object.fromEntries(names.map((name) => [`${module}${name}`, later]));
}

/** Node's emitters, streams and callback functions: none of them looks at what a listener or callback returns. */
export default defineLibrary({
  id: 'node-events',
  title: 'Node.js events',
  packages: [],
  aliases: {
    'node:events#EventEmitter()': 'node:events#emitter',
    'node:events#()': 'node:events#emitter',
    'node:fs#createReadStream()': 'node:events#emitter',
    'node:fs#createWriteStream()': 'node:events#emitter',
    'node:fs#watch()': 'node:events#emitter',
    'node:stream#Readable()': 'node:events#emitter',
    'node:stream#Writable()': 'node:events#emitter',
    'node:stream#Transform()': 'node:events#emitter',
    'node:stream#PassThrough()': 'node:events#emitter',
    'node:stream#Readable.from()': 'node:events#emitter',
    'node:http#createServer()': 'node:http#server',
    'node:https#createServer()': 'node:http#server',
    'node:http#Server()': 'node:http#server',
    'node:net#createServer()': 'node:events#emitter',
    'node:net#connect()': 'node:events#emitter',
    'node:child_process#spawn()': 'node:child_process#child',
    'node:child_process#fork()': 'node:child_process#child',
    'node:child_process#exec()': 'node:child_process#child',
    'node:child_process#child.stdout': 'node:events#emitter',
    'node:child_process#child.stderr': 'node:events#emitter',
    'node:events#emitter.on()': 'node:events#emitter',
    'node:events#emitter.once()': 'node:events#emitter',
    'node:events#emitter.pipe()': 'node:events#emitter',
  },
  // https://nodejs.org/api/events.html#capture-rejections-of-promises: what a listener rejects with becomes an event of its own.
  variants: {
    'node:events#EventEmitter': catching,
    'node:events#': catching,
  },
  types: {
    'node:events#EventEmitter': 'node:events#emitter',
    'node:stream#Readable': 'node:events#emitter',
    'node:stream#Writable': 'node:events#emitter',
    'node:http#Server': 'node:http#server',
    'node:https#Server': 'node:http#server',
    'node:child_process#ChildProcess': 'node:child_process#child',
  },
  calls: {
    ...listeners('node:events#emitter', 'node:http#server', 'node:child_process#child'),
    // Run with Node.js 20: a file that is not there, a host that refuses and a client that hangs up all end the process.
    'node:fs#createReadStream': { emits: { fails: 'the file is not there or cannot be read', piped: true } },
    ...Object.fromEntries(
      ['node:net#connect', 'node:net#createConnection', 'node:tls#connect'].map((name): [string, CallRole] => [
        name,
        { emits: { fails: 'the other side cannot be reached or hangs up' } },
      ]),
    ),
    'node:process#on': listener,
    'node:process#once': listener,
    'node:http#createServer': listener,
    'node:https#createServer': listener,
    ...called('node:fs#', [
      'readFile',
      'writeFile',
      'appendFile',
      'readdir',
      'stat',
      'lstat',
      'mkdir',
      'unlink',
      'rename',
      'access',
      'copyFile',
      'rm',
    ]),
    ...called('node:crypto#', ['randomBytes', 'randomFill', 'pbkdf2', 'scrypt', 'generateKeyPair']),
    ...called('node:child_process#', ['exec', 'execFile']),
    ...called('node:zlib#', ['gzip', 'gunzip', 'deflate', 'inflate', 'brotliCompress', 'brotliDecompress']),
    ...called('node:dns#', ['lookup', 'resolve', 'resolve4', 'resolveMx', 'resolveTxt']),
    'jsonwebtoken#verify': callback,
    'jsonwebtoken#sign': callback,
    'passport-local#Strategy': callback,
    'passport-google-oauth20#Strategy': callback,
    'passport-github2#Strategy': callback,
    'passport-jwt#Strategy': callback,
    'passport#serializeUser': callback,
    'passport#deserializeUser': callback,
  },
});
