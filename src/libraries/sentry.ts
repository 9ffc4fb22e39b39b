import { defineLibrary, type CallRole } from '../model/library';

/** Where events are sent, fields with names of secrets are removed unless the project says otherwise; `beforeSend` may remove more. */
const tracked = (level: string): CallRole => ({ log: { level, style: 'message-first', tracker: true, redacts: 'elsewhere' } });

const packages = [
  '@sentry/node',
  '@sentry/nextjs',
  '@sentry/nestjs',
  '@sentry/remix',
  '@sentry/sveltekit',
  '@sentry/nuxt',
  '@sentry/astro',
  '@sentry/bun',
  '@sentry/deno',
  '@sentry/cloudflare',
  '@sentry/react-router',
  '@sentry/tanstackstart-react',
  '@sentry/aws-serverless',
  '@sentry/google-cloud-serverless',
  '@sentry/core',
];

/** Sentry 7 to 11: exceptions, messages, breadcrumbs and its own logger. Users that are set on purpose are no log lines. */
export default defineLibrary({
  id: 'sentry',
  title: 'Sentry',
  packages,
  aliases: Object.fromEntries(
    packages.flatMap((name) =>
      ['captureException', 'captureMessage', 'captureEvent', 'addBreadcrumb', 'logger'].map((member) => [
        `${name}#${member}`,
        `sentry#${member}`,
      ]),
    ),
  ),
  calls: {
    'sentry#captureException': tracked('error'),
    'sentry#captureMessage': tracked('info'),
    'sentry#captureEvent': tracked('error'),
    'sentry#addBreadcrumb': tracked('info'),
    'sentry#logger.trace': tracked('debug'),
    'sentry#logger.debug': tracked('debug'),
    'sentry#logger.info': tracked('info'),
    'sentry#logger.warn': tracked('warn'),
    'sentry#logger.error': tracked('error'),
    'sentry#logger.fatal': tracked('error'),
  },
});
