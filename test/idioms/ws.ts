// packages: ws@8.18.0, express@4.21.0, jsonwebtoken@9.0.0, @prisma/client@6.1.0

// file: src/db.js
const { PrismaClient } = require('@prisma/client');
module.exports = new PrismaClient();

// file: src/w1.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / present AUTHENTICATED
// endpoint: EVENT message present AUTHENTICATED
const wss = new WebSocketServer({ port: 1, verifyClient: (info, done) => { const t = new URL(info.req.url, 'http://x').searchParams.get('token'); try { jwt.verify(t, process.env.S); done(true); } catch { done(false, 401, 'x'); } } });
wss.on('connection', (ws) => { ws.on('message', async (m) => { await db.x.deleteMany(); }); });

// file: src/w2.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / absent NONE
// endpoint: EVENT message absent NONE
const wss = new WebSocketServer({ port: 2, verifyClient: ({ origin }) => origin === 'https://x' });
wss.on('connection', (ws) => { ws.on('message', async (m) => { await db.y.deleteMany(); }); });

// file: src/w3.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / present AUTHENTICATED
// endpoint: EVENT message present AUTHENTICATED
const server = require('http').createServer();
const wss = new WebSocketServer({ noServer: true });
server.on('upgrade', (req, socket, head) => { const t = new URL(req.url, 'http://x').searchParams.get('token'); jwt.verify(t, process.env.S, (err, user) => { if (err) { socket.write('HTTP/1.1 401 Unauthorized\r\n\r\n'); socket.destroy(); return; } wss.handleUpgrade(req, socket, head, (ws) => { wss.emit('connection', ws, req); }); }); });
wss.on('connection', (ws) => { ws.on('message', async (m) => { await db.z.deleteMany(); }); });

// file: src/w4.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / absent NONE
// endpoint: EVENT message present AUTHENTICATED
const wss = new WebSocketServer({ port: 4 });
wss.on('connection', (ws, req) => { let user = null; ws.on('message', async (raw) => { const m = JSON.parse(raw); if (m.type === 'auth') { try { user = jwt.verify(m.token, process.env.S); } catch { ws.close(); } return; } if (!user) return ws.close(); await db.q.deleteMany(); }); });

// file: src/w5.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / present AUTHENTICATED
// endpoint: EVENT message present AUTHENTICATED
const wss = new WebSocketServer({ port: 5 });
wss.on('connection', (ws, req) => { const token = req.headers['sec-websocket-protocol']; let u; try { u = jwt.verify(token, process.env.S); } catch { ws.close(1008); return; } ws.on('message', async (m) => { await db.r.deleteMany(); }); });

// file: src/w6.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / absent
// endpoint: EVENT message absent
const wss = new WebSocketServer({ port: 6 });
wss.on('connection', (ws, req) => { const token = new URL(req.url, 'http://x').searchParams.get('token'); if (!token) { ws.close(1008); return; } ws.on('message', async (m) => { await db.s.deleteMany(); }); });

// file: src/w7.js
const { WebSocketServer } = require('ws');
const jwt = require('jsonwebtoken');
const db = require('./db');
// endpoint: CONNECT / absent OPTIONAL
// endpoint: EVENT message absent OPTIONAL
const wss = new WebSocketServer({ port: 7, verifyClient: (info, done) => { try { jwt.verify(info.req.headers.cookie, process.env.S); } catch {} done(true); } });
wss.on('connection', (ws) => { ws.on('message', async (m) => { await db.t.deleteMany(); }); });
