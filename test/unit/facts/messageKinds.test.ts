import assert from 'node:assert/strict';
import { openLive } from '../engine/liveProject';

/** What is known of who may send messages to a server that does this with them. */
async function verdict(handler: string): Promise<string | undefined> {
  const text = `import { PrismaClient } from '@prisma/client';
import jwt from 'jsonwebtoken';
import { WebSocketServer } from 'ws';
const prisma = new PrismaClient();
const server = new WebSocketServer({ port: 1 });
server.on('connection', (socket) => {
  let userId;
  socket.on('message', async (data) => {
    const message = JSON.parse(String(data));
${handler}
  });
});
`;
  const { session } = await openLive({
    'package.json': JSON.stringify({ dependencies: { ws: '8.23.0', jsonwebtoken: '9.0.2', '@prisma/client': '6.1.0' } }),
    'src/app.ts': text,
  });
  return session.routes().find(({ method }) => method === 'EVENT')?.authentication;
}

const verified = 'jwt.verify(message.token, process.env.SECRET);';
const purge = 'await prisma.message.deleteMany();';

describe('Messages of several kinds to one handler', () => {
  for (const [shape, handler] of Object.entries({
    'in a switch': `    switch (message.type) {\n      case 'auth':\n        ${verified}\n        break;\n      case 'purge':\n        ${purge}\n    }`,
    'in a chain of tests': `    if (message.type === 'auth') {\n      ${verified}\n    } else if (message.type === 'purge') {\n      ${purge}\n    }`,
    'in a chain of tests, the other one first': `    if (message.type === 'purge') {\n      ${purge}\n    } else if (message.type === 'auth') {\n      ${verified}\n    }`,
    'in tests that follow each other': `    if (message.type === 'auth') {\n      ${verified}\n      return;\n    }\n    if (message.type === 'purge') ${purge}`,
    'by names of a list': `    if (message.action === Action.Auth) {\n      ${verified}\n    } else {\n      ${purge}\n    }`,
  })) {
    it(`do not speak for each other: ${shape}`, async () => assert.equal(await verdict(handler), 'unknown'));
  }

  for (const [shape, handler] of Object.entries({
    'all of them ask': `    if (message.type === 'auth') {\n      ${verified}\n      await prisma.visit.create({ data: {} });\n    } else if (message.type === 'purge') {\n      ${verified}\n      ${purge}\n    }`,
    'the others do nothing': `    if (message.type === 'purge') {\n      ${verified}\n      ${purge}\n    } else if (message.type === 'ping') {\n      socket.send('pong');\n    }`,
    'the others ask for what one found out': `    if (message.type === 'auth') {\n      userId = jwt.verify(message.token, process.env.SECRET).sub;\n      return;\n    }\n    if (!userId) return socket.close();\n    if (message.type === 'purge') ${purge}`,
    'it is asked in front of them': `    ${verified}\n    if (message.type === 'purge') ${purge}`,
  })) {
    it(`are guarded where ${shape}`, async () => assert.equal(await verdict(handler), 'present'));
  }

  it('are open where nobody asks', async () =>
    assert.equal(await verdict(`    if (message.type === 'ping') socket.send('pong');\n    else ${purge}`), 'absent'));
});
