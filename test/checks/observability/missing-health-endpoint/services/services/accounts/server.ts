import Fastify from 'fastify';

const app = Fastify();
app.get('/accounts', async () => []);
app.listen({ port: 3000 });
