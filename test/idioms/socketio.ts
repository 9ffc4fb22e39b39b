// packages: socket.io@4.8.0, express@4.21.0, jsonwebtoken@9.0.0, @prisma/client@6.1.0

// file: src/auth.js
const jwt = require('jsonwebtoken');
exports.socketAuth = (socket, next) => { try { socket.data.user = jwt.verify(socket.handshake.auth.token, process.env.S); next(); } catch (e) { next(new Error('Authentication error')); } };
exports.softAuth = (socket, next) => { try { socket.user = jwt.verify(socket.handshake.auth.token, process.env.S); } catch (e) {} next(); };
exports.cbAuth = (socket, next) => { const token = socket.handshake.query.token; if (!token) return next(new Error('x')); jwt.verify(token, process.env.S, (err, decoded) => { if (err) return next(new Error('x')); socket.decoded = decoded; next(); }); };
exports.presence = (socket, next) => { if (!socket.handshake.auth.token) return next(new Error('x')); next(); };
exports.optional = (socket, next) => { if (socket.handshake.auth && socket.handshake.auth.token) { jwt.verify(socket.handshake.auth.token, process.env.S, (err, d) => { if (err) return next(new Error('x')); socket.user = d; next(); }); } else { next(new Error('x')); } };
exports.optional2 = (socket, next) => { if (socket.handshake.auth.token) { socket.user = jwt.verify(socket.handshake.auth.token, process.env.S); } next(); };

// file: src/index.js
const { Server } = require('socket.io');
const { PrismaClient } = require('@prisma/client');
const jwt = require('jsonwebtoken');
const db = new PrismaClient();
const { socketAuth, softAuth, cbAuth, presence, optional, optional2 } = require('./auth');
const io = new Server(3000);
const n1 = io.of('/n1'); n1.use(socketAuth);
// endpoint: CONNECT /n1 present AUTHENTICATED
// endpoint: EVENT /n1 s1 present AUTHENTICATED
n1.on('connection', (socket) => { socket.on('s1', async (m) => { await db.x.deleteMany(); }); });
const n2 = io.of('/n2'); n2.use(softAuth);
// endpoint: CONNECT /n2 absent OPTIONAL
// endpoint: EVENT /n2 s2 absent OPTIONAL
n2.on('connection', (socket) => { socket.on('s2', async (m) => { await db.x.deleteMany(); }); });
const n3 = io.of('/n3'); n3.use(cbAuth);
// endpoint: CONNECT /n3 present AUTHENTICATED
// endpoint: EVENT /n3 s3 present AUTHENTICATED
n3.on('connection', (socket) => { socket.on('s3', async (m) => { await db.x.deleteMany(); }); });
const n4 = io.of('/n4'); n4.use(presence);
// endpoint: CONNECT /n4 absent PRESENCE_ONLY
// endpoint: EVENT /n4 s4 absent PRESENCE_ONLY
n4.on('connection', (socket) => { socket.on('s4', async (m) => { await db.x.deleteMany(); }); });
const n5 = io.of('/n5'); n5.use(optional);
// endpoint: CONNECT /n5 present AUTHENTICATED
// endpoint: EVENT /n5 s5 present AUTHENTICATED
n5.on('connection', (socket) => { socket.on('s5', async (m) => { await db.x.deleteMany(); }); });
const n6 = io.of('/n6'); n6.use(optional2);
// endpoint: CONNECT /n6 absent OPTIONAL
// endpoint: EVENT /n6 s6 absent OPTIONAL
n6.on('connection', (socket) => { socket.on('s6', async (m) => { await db.x.deleteMany(); }); });
const n7 = io.of('/n7');
// endpoint: CONNECT /n7 present AUTHENTICATED
// endpoint: EVENT /n7 s7 present AUTHENTICATED
n7.on('connection', (socket) => { try { socket.user = jwt.verify(socket.handshake.auth.token, process.env.S); } catch { return socket.disconnect(true); } socket.on('s7', async (m) => { await db.x.deleteMany(); }); });
// endpoint: CONNECT / absent
// endpoint: EVENT s8 absent
io.on('connection', (socket) => { socket.on('s8', async (m) => { await db.x.deleteMany(); });
  // endpoint: EVENT s9 present AUTHENTICATED
  socket.on('s9', async (m, ack) => { if (!socket.data.user) return ack({ error: 'x' }); await db.x.deleteMany(); });
  // endpoint: EVENT s10 absent
  socket.on('s10', async ({ userId }) => { if (!userId) return; await db.x.deleteMany(); });
  // endpoint: EVENT s11 present
  socket.on('s11', async ({ token }) => { const u = jwt.verify(token, process.env.S); await db.x.deleteMany(); });
});
