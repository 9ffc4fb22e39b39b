import type { PackageInfo } from '../model/check';
import { majorOf } from './packages';

/** What a workspace package is made of, by its manifest, lockfile and configuration. Imports in the files confirm it. */
export interface Profile {
  dir: string;
  runtime: 'node' | 'deno' | 'bun' | 'edge';
  /** Web frameworks with their major version, where it is known. */
  frameworks: { name: string; major?: number }[];
  orm: string[];
  authentication: string[];
  loggers: string[];
  validators: string[];
  errorTrackers: string[];
  queues: string[];
  host: string[];
  /** The tool that wrote the first version, where it left a trace. */
  generator: 'lovable' | 'v0' | 'bolt' | 'replit' | 'unknown';
}

const known = {
  frameworks: [
    'express',
    'fastify',
    'koa',
    'hono',
    '@nestjs/core',
    'next',
    '@trpc/server',
    '@tanstack/react-start',
    '@sveltejs/kit',
    '@remix-run/node',
    'react-router',
    'astro',
    'nuxt',
    'h3',
    'convex',
    'elysia',
  ],
  orm: [
    '@prisma/client',
    'drizzle-orm',
    'typeorm',
    'mongoose',
    'sequelize',
    'knex',
    'kysely',
    'pg',
    'postgres',
    'mysql2',
    'better-sqlite3',
    'mongodb',
    '@supabase/supabase-js',
    'firebase-admin',
    'convex',
  ],
  authentication: [
    'next-auth',
    '@clerk/nextjs',
    '@clerk/express',
    'better-auth',
    'passport',
    'jsonwebtoken',
    'jose',
    'iron-session',
    'express-session',
    'lucia',
    '@supabase/ssr',
    'firebase-admin',
    '@auth0/nextjs-auth0',
    '@nestjs/passport',
    '@fastify/jwt',
  ],
  loggers: ['pino', 'winston', 'bunyan', 'consola', 'tslog', 'nestjs-pino', 'pino-http', 'loglevel'],
  validators: ['zod', 'valibot', 'yup', 'joi', 'ajv', 'class-validator', '@sinclair/typebox', 'arktype', 'express-validator', 'celebrate'],
  errorTrackers: [
    '@sentry/node',
    '@sentry/nextjs',
    '@sentry/react',
    '@sentry/nestjs',
    'rollbar',
    '@bugsnag/js',
    '@honeybadger-io/js',
    'dd-trace',
    'newrelic',
    '@highlight-run/node',
    'posthog-node',
    '@opentelemetry/sdk-node',
  ],
  queues: ['bullmq', 'bull', 'agenda', 'pg-boss', 'inngest', '@trigger.dev/sdk', 'node-cron', 'amqplib', 'kafkajs', '@aws-sdk/client-sqs'],
} as const;

const hosts: readonly [string, RegExp][] = [
  ['vercel', /^(vercel\.json|vercel\.ts)$/],
  ['netlify', /^netlify\.toml$/],
  ['fly', /^fly\.toml$/],
  ['render', /^render\.ya?ml$/],
  ['railway', /^railway\.(json|toml)$/],
  ['cloudflare', /^wrangler\.(toml|jsonc?)$/],
  ['docker', /^Dockerfile/],
  ['supabase', /^supabase\/(config\.toml|functions\/)/],
  ['heroku', /^Procfile$/],
  ['replit', /^(\.replit|replit\.nix)$/],
];

/** Names of files that say what a package is made of or runs on. All others, which are nearly all, say nothing. */
const telling =
  /(?:^|\/)(?:vercel\.|netlify\.|fly\.|render\.|railway\.|wrangler\.|Dockerfile|Procfile|\.replit|replit\.nix|bun\.lockb?|bunfig\.toml|deno\.jsonc?|(?:client|routes|schema)\.ts$|supabase\/(?:config\.toml|functions\/)|\.bolt\/)/;

/** Describes packages. `files` are all files of the project, relative to its root. */
export function profilesOf(packages: readonly PackageInfo[], files: readonly string[]): Profile[] {
  const some = files.filter((file) => telling.test(file));
  return packages.map((pkg) => profileOf(pkg, some));
}

/** Describes a package. `files` are all files of the project, relative to its root. */
export function profileOf(pkg: PackageInfo, files: readonly string[]): Profile {
  const prefix = pkg.dir === '' ? '' : `${pkg.dir}/`;
  const inside = prefix === '' ? files : files.filter((file) => file.startsWith(prefix)).map((file) => file.slice(prefix.length));
  const has = (name: string) => name in pkg.dependencies;
  const used = (names: readonly string[]) => names.filter(has);
  const frameworks = used(known.frameworks).map((name) => {
    const major = majorOf(pkg.dependencies[name]!);
    return { name, ...(major === undefined ? {} : { major }) };
  });
  const host = hosts.filter(([, pattern]) => inside.some((file) => pattern.test(file))).map(([name]) => name);
  return {
    dir: pkg.dir,
    runtime: runtimeOf(inside, host),
    frameworks,
    orm: used(known.orm),
    authentication: used(known.authentication),
    loggers: used(known.loggers),
    validators: used(known.validators),
    errorTrackers: used(known.errorTrackers),
    queues: used(known.queues),
    host,
    generator: generatorOf(inside, has),
  };
}

function runtimeOf(files: readonly string[], host: readonly string[]): Profile['runtime'] {
  if (files.some((file) => /^(bun\.lockb?|bunfig\.toml)$/.test(file))) return 'bun';
  if (files.some((file) => /^deno\.jsonc?$/.test(file))) return 'deno';
  return host.includes('cloudflare') ? 'edge' : 'node';
}

function generatorOf(files: readonly string[], has: (name: string) => boolean): Profile['generator'] {
  if (has('lovable-tagger') || files.includes('src/integrations/supabase/client.ts')) return 'lovable';
  if (
    files.some((file) => file === '.replit' || file === 'replit.nix') ||
    (files.includes('server/routes.ts') && files.includes('shared/schema.ts'))
  )
    return 'replit';
  if (files.some((file) => file.startsWith('.bolt/'))) return 'bolt';
  return 'unknown';
}

/** One line for people: what the package uses. */
export function profileLine(profile: Profile): string {
  const frameworks = profile.frameworks.map(({ name, major }) => (major === undefined ? name : `${name} ${major}`));
  const parts = [
    ['', frameworks],
    ['data', profile.orm],
    ['authentication', profile.authentication],
    ['log', profile.loggers],
    ['validation', profile.validators],
    ['errors', profile.errorTrackers],
    ['queues', profile.queues],
    ['host', profile.host],
    ['made with', profile.generator === 'unknown' ? [] : [profile.generator]],
  ] as const;
  const words = parts.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}${name ? ' ' : ''}${values.join(', ')}`);
  return `${profile.dir || '.'}: ${[profile.runtime, ...words].join('; ')}`;
}
