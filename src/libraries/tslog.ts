import { defineLibrary, type CallRole } from '../model/library';

const levels = { silly: 'debug', trace: 'debug', debug: 'debug', info: 'info', warn: 'warn', error: 'error', fatal: 'error' };

/** tslog 4 and 5: masks fields and patterns that its options name. */
export default defineLibrary({
  id: 'tslog',
  title: 'tslog',
  packages: ['tslog'],
  aliases: {
    'tslog#Logger()': 'tslog#logger',
    'tslog#logger.getSubLogger()': 'tslog#logger',
    'tslog#masking.getSubLogger()': 'tslog#masking',
  },
  variants: {
    'tslog#Logger': ['maskValuesOfKeys', 'maskValuesRegEx'].map((option) => ({ arg: 0, option, value: 'tslog#masking' })),
  },
  types: { 'tslog#Logger': 'tslog#logger' },
  calls: Object.fromEntries(
    Object.entries(levels).flatMap(([method, level]): [string, CallRole][] => [
      [`tslog#logger.${method}`, { log: { level, style: 'message-first' } }],
      [`tslog#masking.${method}`, { log: { level, style: 'message-first', redacts: 'fields' } }],
    ]),
  ),
});
