// packages: next@16.0.0, express@5.1.0, express-rate-limit@8.0.0, bcryptjs@3.0.0
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import next from 'next';

const app = next({ dev: false });
const server = express();
const general = rateLimit({ windowMs: 60_000, limit: 100 });
server.use((req, res, done) => (req.path.startsWith('/api') ? general(req, res, done) : done()));
server.all('/{*path}', (req, res) => app.getRequestHandler()(req, res));
server.listen(3000);
