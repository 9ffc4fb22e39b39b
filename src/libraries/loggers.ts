import { defineLibrary, type CallRole } from '../model/library';

const levels = {
  trace: 'debug',
  debug: 'debug',
  verbose: 'debug',
  info: 'info',
  log: 'info',
  success: 'info',
  warn: 'warn',
  error: 'error',
  fatal: 'error',
  critical: 'error',
};

/** Loggers that write their arguments as they are: loglevel, log4js, signale, and Axiom's. */
export default defineLibrary({
  id: 'loggers',
  title: 'loglevel, log4js, signale and Axiom',
  packages: ['loglevel', 'log4js', 'signale', '@axiomhq/logging'],
  aliases: {
    'loglevel#': 'loggers#logger',
    'loglevel#default': 'loggers#logger',
    'loggers#logger.getLogger()': 'loggers#logger',
    'log4js#getLogger()': 'loggers#logger',
    'log4js#default.getLogger()': 'loggers#logger',
    'signale#': 'loggers#logger',
    'signale#default': 'loggers#logger',
    'signale#Signale()': 'loggers#logger',
    '@axiomhq/logging#Logger()': 'loggers#logger',
    'loggers#logger.with()': 'loggers#logger',
  },
  types: { 'loglevel#Logger': 'loggers#logger', 'log4js#Logger': 'loggers#logger', '@axiomhq/logging#Logger': 'loggers#logger' },
  calls: Object.fromEntries(
    Object.entries(levels).map(([method, level]): [string, CallRole] => [
      `loggers#logger.${method}`,
      { log: { level, style: 'message-first' } },
    ]),
  ),
});
