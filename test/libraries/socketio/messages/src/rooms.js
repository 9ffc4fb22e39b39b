const { PrismaClient } = require('@prisma/client');

const prisma = new PrismaClient();

module.exports = (io, socket) => {
  const create = async (room) => {
    await prisma.room.create({ data: room });
    io.emit('room', room.id);
  };
  const list = (callback) => callback(io.sockets.adapter.rooms.size);

  socket.on('room:create', create);
  socket.on('room:list', list);
};
