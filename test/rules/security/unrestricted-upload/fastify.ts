// packages: fastify@5.0.0, @fastify/multipart@9.0.0, @fastify/helmet@13.0.0
import Fastify from 'fastify';
import multipart from '@fastify/multipart';
import helmet from '@fastify/helmet';

const app = Fastify();
await app.register(helmet);
// The limit of the server's bodies holds for files too.
await app.register(multipart); // ok: unrestricted-upload
await app.register(multipart, { limits: { fileSize: Infinity } }); // expect: unrestricted-upload
