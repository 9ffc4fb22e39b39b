import { defineLibrary, type CallRole } from '../model/library';

const levels = ['error', 'warn', 'info', 'http', 'verbose', 'debug', 'silly', 'log'];

function methods(logger: string, redacts?: 'all' | 'elsewhere'): Record<string, CallRole> {
  return Object.fromEntries(
    levels.map((level) => [
      `${logger}.${level}`,
      {
        log: { level: level === 'log' || level === 'http' ? 'info' : level, style: 'message-first', ...(redacts ? { redacts } : {}) },
      } satisfies CallRole,
    ]),
  );
}

/** winston 3. A format may leave out whatever it likes, of messages as well. */
export default defineLibrary({
  id: 'winston',
  title: 'winston',
  packages: ['winston', 'nest-winston', 'express-winston'],
  aliases: {
    'winston#default': 'winston#',
    'winston#createLogger()': 'winston#logger',
    'winston#logger.child()': 'winston#logger',
    'winston#redacting.child()': 'winston#redacting',
    'winston#loggers.get()': 'winston#elsewhere',
    'winston#loggers.add()': 'winston#elsewhere',
  },
  variants: {
    'winston#createLogger': [
      { arg: 0, option: 'format', text: /redact|mask|scrub|saniti[sz]e|censor|secret|sensitive|filter/i, value: 'winston#redacting' },
    ],
  },
  types: { 'winston#Logger': 'winston#elsewhere' },
  calls: {
    ...methods('winston#logger'),
    ...methods('winston#redacting', 'all'),
    ...methods('winston#elsewhere', 'elsewhere'),
  },
});
