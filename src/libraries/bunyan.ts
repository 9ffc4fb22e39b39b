import { defineLibrary, type CallRole } from '../model/library';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** bunyan 1 and 2: fields first; a serializer may replace a field of its name. */
export default defineLibrary({
  id: 'bunyan',
  title: 'bunyan',
  packages: ['bunyan'],
  aliases: {
    'bunyan#default': 'bunyan#',
    'bunyan#createLogger()': 'bunyan#logger',
    'bunyan#()': 'bunyan#logger',
    'bunyan#logger.child()': 'bunyan#logger',
  },
  variants: {
    'bunyan#createLogger': [
      { arg: 0, option: 'serializers', text: /redact|mask|scrub|saniti[sz]e|email|user|req/i, value: 'bunyan#serialising' },
    ],
  },
  types: { 'bunyan#default': 'bunyan#logger', 'bunyan#Logger': 'bunyan#logger' },
  calls: Object.fromEntries(
    levels.flatMap((level): [string, CallRole][] => {
      const log = { level: level === 'fatal' ? 'error' : level, style: 'object-first' } as const;
      return [
        [`bunyan#logger.${level}`, { log }],
        [`bunyan#serialising.${level}`, { log: { ...log, redacts: 'fields' } }],
      ];
    }),
  ),
});
