import { defineLibrary, type CallRole } from '../model/library';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** Fields come first; values behind the message are written only where the message has a place for them. */
function methods(logger: string, redacts?: 'fields' | 'elsewhere'): Record<string, CallRole> {
  return Object.fromEntries(
    levels.map((level) => [
      `${logger}.${level}`,
      {
        log: { level: level === 'fatal' ? 'error' : level, style: 'object-first', dropsRest: true, ...(redacts ? { redacts } : {}) },
      } satisfies CallRole,
    ]),
  );
}

const redacting = [{ arg: 0, option: 'redact', value: 'pino#redacting' }];

/** pino 7 to 10, pino-http and nestjs-pino. With `redact`, fields are left out by their paths; messages stay as they are. */
export default defineLibrary({
  id: 'pino',
  title: 'pino',
  packages: ['pino', 'pino-http', 'nestjs-pino', 'express-pino-logger', 'koa-pino-logger'],
  aliases: {
    'pino#()': 'pino#logger',
    'pino#pino()': 'pino#logger',
    'pino#default()': 'pino#logger',
    'pino#logger.child()': 'pino#logger',
    'pino#redacting.child()': 'pino#redacting',
    'pino#elsewhere.child()': 'pino#elsewhere',
    'pino-http#().logger': 'pino#elsewhere',
    'express#req.log': 'pino#elsewhere',
    'nestjs-pino#PinoLogger()': 'pino#elsewhere',
    'koa#ctx.log': 'pino#elsewhere',
  },
  variants: { 'pino#': redacting, 'pino#pino': redacting, 'pino#default': redacting },
  types: {
    'pino#Logger': 'pino#elsewhere',
    'pino#BaseLogger': 'pino#elsewhere',
    'pino#default.Logger': 'pino#elsewhere',
    'nestjs-pino#PinoLogger': 'pino#elsewhere',
  },
  calls: {
    ...methods('pino#logger'),
    ...methods('pino#redacting', 'fields'),
    ...methods('pino#elsewhere', 'elsewhere'),
  },
});
