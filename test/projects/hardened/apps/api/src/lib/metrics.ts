import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { logger } from './logger.js';

collectDefaultMetrics();

/** Serves metrics on a port of its own that is not published outside the cluster. */
export function startMetrics(): Server {
  const server = createServer((_req, res) => {
    register.metrics().then(
      (text) => res.setHeader('Content-Type', register.contentType).end(text),
      (err: unknown) => {
        logger.error({ err }, 'collecting metrics failed');
        res.writeHead(500).end();
      },
    );
  });
  return server.listen(9464);
}
