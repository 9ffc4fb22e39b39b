import type { Called, Case } from '../cases';

const socketGuards = `import type { Namespace, Server, Socket } from 'socket.io';

type Next = (error?: Error) => void;

export function requireKey(socket: Socket, next: Next) {
  if (socket.handshake.auth.token !== process.env.API_KEY) return next(new Error('Unauthorized'));
  next();
}
export const positive = (socket: Socket, next: Next) => {
  if (socket.handshake.headers.authorization === process.env.API_KEY) return next();
  next(new Error('Unauthorized'));
};
export async function awaiting(socket: Socket, next: Next) {
  const key = await Promise.resolve(process.env.API_KEY);
  if (socket.handshake.auth.token !== process.env.API_KEY) return next(new Error(key ? 'Unauthorized' : 'Not set up'));
  next();
}
export function install(server: Server | Namespace) {
  server.use(requireKey);
}
export function trace(socket: Socket, next: Next) {
  socket.data.seen = true;
  next();
}
export function guestsToo(socket: Socket, next: Next) {
  const { token } = socket.handshake.auth;
  if (!token || token === 'made-up') return next();
  if (token !== process.env.API_KEY) return next(new Error('Unauthorized'));
  next();
}
export function checkUser(socket: Socket) {
  if (!socket.data.user) throw new Error('Sign in first');
}
`;

const orders = `import type { Server, Socket } from 'socket.io';
import { checkUser } from './guards';

type Reply = (text: string) => void;

export function registerOrders(io: Server, socket: Socket) {
  socket.on('order', (reply: Reply) => reply('ok'));
  socket.on('refund', (reply: Reply) => {
    try {
      checkUser(socket);
      reply('ok');
    } catch {
      reply('no');
    }
  });
}
`;

const served = `import type { Server } from 'socket.io';

export function onServer(io: Server) {
  io.on('connection', (socket) => {
    socket.on('served', (reply: (text: string) => void) => reply('ok'));
  });
}
`;

/** Handlers answer with "ok" when they do what they are asked for. */
const ok = '(reply) => reply("ok")';

function connect(path = '/'): Called {
  return { method: 'CONNECT', path };
}

function event(path: string): Called {
  return { method: 'EVENT', path };
}

function io(name: string, statements: readonly string[], routes: readonly Called[]): Case {
  // A file that nothing imports has endpoints that nothing serves.
  const others: Record<string, [string, string]> = { registerOrders: ['orders', orders], onServer: ['served', served] };
  const used = (word: string) => statements.some((statement) => statement.includes(word));
  const text = `import { createServer } from 'node:http';\nimport { Server } from 'socket.io';\nimport { requireKey, positive, awaiting, trace, guestsToo, checkUser, install } from './guards';\n${Object.entries(
    others,
  )
    .flatMap(([name, [file]]) => (used(name) ? [`import { ${name} } from './${file}';\n`] : []))
    .join('')}\nconst server = createServer();\nconst io = new Server(server);\n${statements.join('\n')}\nexport default server;\n`;
  return {
    name,
    framework: 'socketio',
    files: {
      'src/app.ts': text,
      'src/guards.ts': socketGuards,
      ...Object.fromEntries(Object.entries(others).flatMap(([name, [file, source]]) => (used(name) ? [[`src/${file}.ts`, source]] : []))),
    },
    routes: [...routes],
  };
}

/** Middleware of the main namespace and of another one, before and after the listeners. */
function admissions(): Case[] {
  const listener = `io.on('connection', (socket) => { socket.on('act', ${ok}); });`;
  const other = `io.of('/admin').on('connection', (socket) => { socket.on('act', ${ok}); });`;
  const routes = [connect(), event('act'), connect('/admin'), event('/admin act')];
  return ['io', "io.of('/admin')", "io.of('/')"].flatMap((registrar) =>
    ['requireKey', 'positive', 'awaiting', 'trace', 'guestsToo'].flatMap((guard) =>
      ['before', 'after'].map((order) => {
        const use = `${registrar}.use(${guard});`;
        return io(`${registrar}.use(${guard}) ${order}`, order === 'before' ? [use, listener, other] : [listener, other, use], routes);
      }),
    ),
  );
}

function messages(): Case[] {
  const on = (body: string) => `io.on('connection', (socket) => { ${body} });`;
  return [
    io(
      'each message asks for itself',
      [on(`socket.on('open', ${ok}); socket.on('asked', (reply) => { if (!socket.data.user) return reply('no'); reply('ok'); });`)],
      [connect(), event('open'), event('asked')],
    ),
    io(
      'a helper throws',
      [on(`socket.on('asked', (reply) => { try { checkUser(socket); reply('ok'); } catch { reply('no'); } });`)],
      [event('asked')],
    ),
    io(
      'a helper throws and is not heeded',
      [on(`socket.on('asked', (reply) => { try { checkUser(socket); } catch { console.assert(true); } reply('ok'); });`)],
      [event('asked')],
    ),
    io(
      'packets are looked at',
      [
        on(
          `socket.on('act', ${ok}); socket.use((packet, next) => { if (!socket.data.user) return next(new Error('Unauthorized')); next(); });`,
        ),
      ],
      [connect(), event('act')],
    ),
    io('packets are seen', [on(`socket.on('act', ${ok}); socket.use((packet, next) => next());`)], [connect(), event('act')]),
    io(
      'the connection is ended',
      [on(`if (socket.handshake.auth.token !== process.env.API_KEY) { socket.disconnect(true); return; } socket.on('act', ${ok});`)],
      [connect(), event('act')],
    ),
    io(
      'nothing is registered for strangers',
      [on(`if (socket.handshake.auth.token !== process.env.API_KEY) return; socket.on('act', ${ok});`)],
      [event('act')],
    ),
    io('sockets are handed to a function', [on('registerOrders(io, socket);')], [event('order'), event('refund')]),
    io(
      'sockets are handed to a function, behind middleware',
      ['io.use(requireKey);', on('registerOrders(io, socket);')],
      [event('order'), event('refund')],
    ),
    io('the server is handed to a function', ['onServer(io);'], [connect(), event('served')]),
    io('the server is handed to a function, middleware after', ['onServer(io);', 'io.use(requireKey);'], [connect(), event('served')]),
    io(
      'a function guards the namespace that it is handed',
      ["const room = io.of('/room');", 'install(room);', `room.on('connection', (socket) => { socket.on('act', ${ok}); });`],
      [connect('/room'), event('/room act')],
    ),
    io(
      'a function guards the server that it is handed, later',
      [on(`socket.on('act', ${ok});`), 'install(io);'],
      [connect(), event('act')],
    ),
    io('a function guards another namespace', ["install(io.of('/other'));", on(`socket.on('act', ${ok});`)], [connect(), event('act')]),
    io(
      'chained',
      [`io.of('/chain').use(requireKey).on('connection', (socket) => { socket.on('a', ${ok}).on('b', ${ok}); });`],
      [connect('/chain'), event('/chain a'), event('/chain b')],
    ),
    io(
      'a namespace in a variable',
      ["const room = io.of('/room');", 'room.use(requireKey);', `room.on('connection', (socket) => { socket.on('act', ${ok}); });`],
      [connect('/room'), event('/room act')],
    ),
    io(
      'a named listener',
      [`const connected = (socket) => { socket.on('act', ${ok}); };`, "io.on('connection', connected);"],
      [connect(), event('act')],
    ),
    io('whatever is sent', [on("socket.onAny((name, reply) => reply('ok'));")], [event('*')]),
    io(
      'sockets of the server',
      [`io.sockets.on('connection', (socket) => { socket.once('act', ${ok}); });`, 'io.use(requireKey);'],
      [connect(), event('act')],
    ),
  ];
}

export function socketioCases(): Case[] {
  return [...admissions(), ...messages()];
}

const wsGuards = `import type { IncomingMessage } from 'node:http';

export function isKnown(request: IncomingMessage): boolean {
  return request.headers.authorization === \`Bearer \${process.env.API_KEY}\`;
}
`;

function ws(name: string, statements: readonly string[], routes: readonly Called[]): Case {
  const text = `import { createServer } from 'node:http';\nimport { WebSocketServer } from 'ws';\nimport { isKnown } from './guards';\n\nconst server = createServer();\n${statements.join('\n')}\nexport default server;\n`;
  return { name, framework: 'ws', files: { 'src/app.ts': text, 'src/guards.ts': wsGuards }, routes: [...routes] };
}

const reply = "socket.on('message', () => { socket.send('ok'); });";

export function wsCases(): Case[] {
  const of = (path: string) => (path === '/' ? '' : `, path: '${path}'`);
  const both = (path: string) => [connect(path), event(path === '/' ? 'message' : `${path} message`)];
  const served = `wss.on('connection', (socket) => { ${reply} });`;
  const upgrade = (body: string) => `server.on('upgrade', (request, socket, head) => { ${body} });`;
  const takes = "wss.handleUpgrade(request, socket, head, (client) => wss.emit('connection', client, request));";
  const ends = "socket.end('HTTP/1.1 401 Unauthorized\\r\\n\\r\\n');";
  return [
    ...['/', '/live'].flatMap((path) => [
      ws(`open, ${path}`, [`const wss = new WebSocketServer({ server${of(path)} });`, served], both(path)),
      ws(
        `verifyClient, ${path}`,
        [`const wss = new WebSocketServer({ server${of(path)}, verifyClient: ({ req }) => isKnown(req) });`, served],
        both(path),
      ),
      ws(
        `verifyClient with a callback, ${path}`,
        [
          `const wss = new WebSocketServer({ server${of(path)}, verifyClient: (info, done) => { if (!isKnown(info.req)) return done(false, 401); done(true); } });`,
          served,
        ],
        both(path),
      ),
      ws(
        `verifyClient of the page, ${path}`,
        [
          `const wss = new WebSocketServer({ server${of(path)}, verifyClient: (info) => info.origin !== 'https://other.example.com' });`,
          served,
        ],
        both(path),
      ),
      ws(
        `closed on connection, ${path}`,
        [
          `const wss = new WebSocketServer({ server${of(path)} });`,
          `wss.on('connection', (socket, request) => { if (!isKnown(request)) { socket.close(4401); return; } ${reply} });`,
        ],
        both(path),
      ),
    ]),
    ws(
      'upgrade with a check',
      ['const wss = new WebSocketServer({ noServer: true });', upgrade(`if (!isKnown(request)) { ${ends} return; } ${takes}`), served],
      both('/'),
    ),
    ws(
      'upgrade with a check that comes later',
      [
        'const wss = new WebSocketServer({ noServer: true });',
        served,
        upgrade(`if (!isKnown(request)) { socket.destroy(); return; } ${takes}`),
      ],
      both('/'),
    ),
    ws(
      'upgrade with a check that is waited for',
      [
        'const wss = new WebSocketServer({ noServer: true });',
        'const known = async (request) => (isKnown(request) ? { id: 1 } : null);',
        upgrade(`known(request).then((user) => { if (!user) { socket.destroy(); return; } ${takes} });`),
        served,
      ],
      both('/'),
    ),
    ws(
      'served where it is taken over, with a check',
      [
        'const wss = new WebSocketServer({ noServer: true });',
        upgrade(`if (!isKnown(request)) { ${ends} return; } wss.handleUpgrade(request, socket, head, (socket) => { ${reply} });`),
      ],
      both('/'),
    ),
    ws(
      'served where it is taken over',
      [
        'const wss = new WebSocketServer({ noServer: true });',
        upgrade(`wss.handleUpgrade(request, socket, head, (socket) => { ${reply} });`),
      ],
      both('/'),
    ),
    ws('upgrade without a check', ['const wss = new WebSocketServer({ noServer: true });', upgrade(takes), served], both('/')),
    ws(
      'a check in the message',
      [
        'const wss = new WebSocketServer({ server });',
        "wss.on('connection', (socket) => { socket.on('message', (data) => { if (String(data) !== process.env.API_KEY) return; socket.send('ok'); }); });",
      ],
      [connect()],
    ),
    ws(
      'a named listener',
      ['const wss = new WebSocketServer({ server });', `function connected(socket) { ${reply} }`, "wss.on('connection', connected);"],
      both('/'),
    ),
  ];
}
