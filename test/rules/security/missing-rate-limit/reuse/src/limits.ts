// packages: express@5.1.0, express-rate-limit@8.0.0, bcryptjs@3.0.0
import { rateLimit } from 'express-rate-limit';

export const strictLimiter = rateLimit({ windowMs: 15 * 60_000, limit: 10 });
