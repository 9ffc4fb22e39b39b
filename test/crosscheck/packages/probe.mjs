// Connects to a server of sockets without credentials and with made-up ones, and sends what it is asked to.
import { io } from 'socket.io-client';
import { WebSocket } from 'ws';

/** Whoever is not let in is told at once; this is for those who get no answer. */
const patience = 250;
const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Namespace and name of `/admin purge`; either may be missing. */
function parts(path) {
  const [first, ...rest] = path.split(' ');
  return path.startsWith('/') ? { place: first, name: rest.join(' ') } : { place: '/', name: path };
}

async function socketio(port, { place, name }, token) {
  const options = { transports: ['websocket'], reconnection: false, forceNew: true, ...(token ? { auth: { token }, extraHeaders: { authorization: token } } : {}) };
  const client = io(`http://127.0.0.1:${port}${place}`, options);
  try {
    const connected = await new Promise((resolve) => {
      client.once('connect', () => resolve(true));
      client.once('connect_error', () => resolve(false));
    });
    if (!connected) return 'refused';
    if (name === '') {
      await wait(50);
      return client.connected ? 'served' : 'refused';
    }
    const answer = await client.timeout(patience).emitWithAck(name === '*' ? 'anything' : name).catch(() => 'nothing');
    return answer === 'ok' ? 'served' : 'refused';
  } finally {
    client.disconnect();
  }
}

async function ws(port, { place, name }, token) {
  const client = new WebSocket(`ws://127.0.0.1:${port}${place}`, token ? { headers: { authorization: `Bearer ${token}` } } : {});
  client.on('error', () => {});
  try {
    const connected = await new Promise((resolve) => {
      client.once('open', () => resolve(true));
      client.once('error', () => resolve(false));
    });
    if (!connected) return 'refused';
    if (name === '') {
      await wait(50);
      return client.readyState === WebSocket.OPEN ? 'served' : 'refused';
    }
    const answer = new Promise((resolve) => client.once('message', (data) => resolve(String(data))));
    client.send('made-up');
    return (await Promise.race([answer, wait(patience)])) === 'ok' ? 'served' : 'refused';
  } finally {
    client.terminate();
  }
}

/** What strangers are given: `served` if any of them is. */
export async function probe(framework, port, path, isMessage) {
  const { place, name } = isMessage ? parts(path) : { place: path, name: '' };
  const ask = framework === 'ws' ? ws : socketio;
  const answers = await Promise.all([ask(port, { place, name }, undefined), ask(port, { place, name }, 'made-up')]);
  return answers.includes('served') ? 'served' : 'refused';
}
