import * as Sentry from '@sentry/nextjs';
import { env } from '@/lib/env';

export function register(): void {
  Sentry.init({ dsn: env.SENTRY_DSN, sendDefaultPii: false, tracesSampleRate: 0.1 });
}

export const onRequestError = Sentry.captureRequestError;
