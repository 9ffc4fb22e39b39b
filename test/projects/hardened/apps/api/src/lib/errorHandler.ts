import * as Sentry from '@sentry/node';
import type { NextFunction, Request, Response } from 'express';
import { MulterError } from 'multer';
import { ZodError } from 'zod';
import { AppError } from './errors.js';

export function notFound(_req: Request, res: Response): void {
  res.status(404).json({ error: 'Not found' });
}

export function errorHandler(err: unknown, req: Request, res: Response, next: NextFunction): void {
  if (res.headersSent) {
    next(err);
    return;
  }
  if (err instanceof ZodError) {
    res.status(400).json({ error: 'Invalid request', issues: err.issues.map(({ path, message }) => ({ path, message })) });
    return;
  }
  if (err instanceof AppError) {
    res.status(err.status).json({ error: err.message });
    return;
  }
  if (err instanceof MulterError) {
    res.status(413).json({ error: 'That file is too large' });
    return;
  }
  req.log.error({ err }, 'request failed');
  Sentry.captureException(err);
  res.status(500).json({ error: 'Internal server error', requestId: req.id });
}
