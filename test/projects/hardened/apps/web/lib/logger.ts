import 'server-only';
import { pino } from 'pino';

export const logger = pino({ redact: ['*.email', '*.phone', '*.token'] });
