import { defineLibrary, type CallRole } from '../model/library';

const levels = {
  fatal: 'error',
  error: 'error',
  fail: 'error',
  warn: 'warn',
  log: 'info',
  info: 'info',
  success: 'info',
  ready: 'info',
  start: 'info',
  box: 'info',
  debug: 'debug',
  trace: 'debug',
  verbose: 'debug',
};

/** consola 2 and 3: takes what the console takes. */
export default defineLibrary({
  id: 'consola',
  title: 'consola',
  packages: ['consola'],
  aliases: {
    'consola#consola': 'consola#logger',
    'consola#default': 'consola#logger',
    'consola#': 'consola#logger',
    'consola#createConsola()': 'consola#logger',
    'consola#logger.withTag()': 'consola#logger',
    'consola#logger.create()': 'consola#logger',
    'consola#logger.withDefaults()': 'consola#logger',
  },
  types: { 'consola#ConsolaInstance': 'consola#logger' },
  calls: Object.fromEntries(
    Object.entries(levels).map(([method, level]): [string, CallRole] => [
      `consola#logger.${method}`,
      { log: { level, style: 'message-first' } },
    ]),
  ),
});
