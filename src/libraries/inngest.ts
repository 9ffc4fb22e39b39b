import { defineLibrary } from '../model/library';

const frameworks = [
  'next',
  'express',
  'fastify',
  'hono',
  'koa',
  'node',
  'nuxt',
  'h3',
  'remix',
  'sveltekit',
  'astro',
  'edge',
  'cloudflare',
  'lambda',
  'nitro',
];

/** Inngest 3 and 4: functions run for events or on a schedule and are tried again when they reject. Calls of the served endpoint are signed. */
export default defineLibrary({
  id: 'inngest',
  title: 'Inngest',
  packages: ['inngest'],
  runsIn: 'platform',
  aliases: { 'inngest#Inngest()': 'inngest#client' },
  calls: {
    // Version 3 has the trigger between the options and the function, 4 has it among the options.
    'inngest#client.createFunction': {
      route: { methods: ['JOB'], path: 'option:id', handlers: 1, entry: 'job', params: ['inngest#context'] },
    },
    ...Object.fromEntries(
      frameworks.map((name) => [`inngest/${name}#serve`, { guard: { kind: 'signature' as const, level: 'SECRET' as const } }]),
    ),
  },
  rejection: () => 'handled-by-framework',
});
