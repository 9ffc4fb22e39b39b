// Starts an application of one of the frameworks on a free loopback port; resolves to the port and a function that ends it.
import { createServer } from 'node:http';

const listening = (server) =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: server.address().port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            server.closeAllConnections();
          }),
      }),
    );
  });

const starters = {
  express(app) {
    // Elsewhere Express prints what middleware hands to `next`.
    app.set('env', 'test');
    return listening(createServer(app));
  },
  koa: (app) => {
    app.silent = true;
    return listening(createServer(app.callback()));
  },
  async hono(app) {
    const { createAdaptorServer } = await import('@hono/node-server');
    return listening(createAdaptorServer({ fetch: app.fetch }));
  },
  async fastify(app) {
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { port: app.server.address().port, close: () => app.close() };
  },
  async trpc(router) {
    const { createHTTPServer } = await import('@trpc/server/adapters/standalone');
    const { createContext } = await import('./context.mjs');
    const server = createHTTPServer({ router, createContext });
    return listening(server.server ?? server);
  },
  socketio: (server) => listening(server),
  ws: (server) => listening(server),
  async nest(start) {
    const app = await start();
    await app.listen(0, '127.0.0.1');
    return { port: app.getHttpServer().address().port, close: () => app.close() };
  },
};

/** `framework` is a key of the starters, `app` what the application's module exports by default. */
export function serve(framework, app) {
  return starters[framework](app);
}
