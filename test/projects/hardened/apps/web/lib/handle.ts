import 'server-only';
import { randomUUID } from 'node:crypto';
import * as Sentry from '@sentry/nextjs';
import { unstable_rethrow } from 'next/navigation';
import { NextResponse } from 'next/server';
import { ZodError } from 'zod';
import { HttpError } from '@/lib/errors';
import { logger } from '@/lib/logger';

type RouteHandler<Context> = (request: Request, context: Context) => Promise<Response>;

/** Turns what a route throws into an answer: expected failures by their status, the rest logged and answered with a 500. */
export function handle<Context>(route: string, handler: RouteHandler<Context>): RouteHandler<Context> {
  return async (request, context) => {
    try {
      return await handler(request, context);
    } catch (err) {
      unstable_rethrow(err);
      if (err instanceof HttpError) return NextResponse.json({ error: err.message }, { status: err.status });
      if (err instanceof ZodError || err instanceof SyntaxError) {
        return NextResponse.json({ error: 'Invalid request' }, { status: 400 });
      }
      const requestId = randomUUID();
      logger.error({ err, route, requestId }, 'request failed');
      Sentry.captureException(err);
      return NextResponse.json({ error: 'Internal server error', requestId }, { status: 500 });
    }
  };
}
