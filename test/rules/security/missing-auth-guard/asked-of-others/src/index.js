const server = require('fastify')();
server.register(require('@fastify/cookie'));
server.register(require('./rooms'));
server.listen({ port: 3000 });
