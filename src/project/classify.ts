import type { PackageInfo } from '../model/check';
import type { FileRole } from '../model/rule';
import { codeOf } from './codeText';
import { folderOf, nameOf } from './paths';

/** Is the file code that can be analysed? Declarations (`.d.ts`) hold none. */
export function isSourceFile(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.(?:[^/.]+\.)?[cm]?ts$/.test(file);
}

/**
 * Next.js makes routes of these names in folders with any name, `app/api/test/route.ts`: there, `test`, `seed`, `docs`
 * and `examples` are parts of an address. The same holds for the folders of edge functions and for the routes of other frameworks.
 */
const addressFolders =
  /(?:^|\/)(?:app\/(?:.*\/)?(?:route|page|layout|template|loading|error|default|not-found)\.[jt]sx?$|pages\/api\/|app\/routes\/|server\/(?:api|routes)\/|routes\/(?:.*\/)?\+(?:server|page\.server|layout\.server)\.[jt]s$|supabase\/functions\/(?!_?tests?\/|[^/]*\.[^/]*\/))/;

const generatedName =
  /\.(?:gen|generated)\.[cm]?[jt]sx?$|(?:^|\/)(?:next-env\.d|routeTree\.gen|database\.types|supabase\.types)\.ts$|\.min\.[cm]?js$|\.bundle\.js$|_pb\.[jt]s$/;
const generatedFolder =
  /(?:^|\/)(?:__generated__|generated|\.prisma|third[_-]party|bower_components|public\/(?:[^/]+\/)*vendors?)\/|(?:^|\/)components\/ui\/|(?:^|\/)integrations\/supabase\/types\.ts$/;
const generatedHead = /@generated\b|\bdo not (?:edit|modify)\b|\b(?:auto[- ]?generated|automatically generated)\b/i;

const testName =
  /[.-](?:test|spec|stories|story|e2e|e2e-spec|cy|bench|benchmark)\.[cm]?[jt]sx?$|(?:^|\/)(?:(?:jest|vitest|playwright|cypress|tests?)\.setup|setup-?tests?|test-?setup|test(?:ing)?-?(?:hooks|helpers|fixtures))\.[cm]?[jt]sx?$/i;
/** `orderTestHelper.ts`, which no capital within `latestHelper.ts` makes one. */
const testNameWithin = /[a-z0-9]Test(?:Helpers?|Utils?|Fixtures?|Setup|Hooks)\.[cm]?[jt]sx?$/;
/** `test-chat.cjs` beside the manifest, which somebody starts by hand to see whether a running server answers. */
const testByHand = /^(?:(?:apps|packages|services)\/[^/]+\/|backend\/)?test[-_][\w.-]+\.[cm]?[jt]s$/i;
const testFolderAlways = /(?:^|\/)(?:__tests__|__mocks__|__fixtures__)\//;
const testFolder =
  /(?:^|\/)(?:tests?|(?:integration|e2e|unit|load|smoke|acceptance)[-_]tests?|e2e|cypress|playwright|fixtures|mocks|stories|spec|\.storybook|k6)\//;

/**
 * What somebody has put aside: `mailer.old.ts`, `send-mail.backup/`, `_legacy_backup/`, `archive/` beside `src/`. A folder of edge functions with a
 * dot in its name is never deployed. Elsewhere, without the underline in front, `backup/` and `archive/` are what an application may do.
 */
const setAside = /\.(?:backup|bak|old|orig)(?:\/|\.[cm]?[jt]sx?$)/i;
const setAsideFolder =
  /(?:^|\/)_(?:[a-z0-9]+[_-])*(?:backups?|bak|old|archived?|deprecated|unused|trash)(?:[_-][a-z0-9]+)*\/|^archived?\//i;
/** Where every file is an address, whatever its folder is called. */
const servedWhole = /(?:^|\/)(?:pages|server)\/api\//;

/** The root of the project or of a package, where folder names say what is in them; deeper `src/tools` is anything. */
const top = '^(?:(?:apps|packages|services|libs|backend|server|api|functions)\\/(?:[^/]+\\/)?)?';
const scriptFolder = new RegExp(
  `(?:^|\\/)(?:(?:[\\w-]+[-_])?scripts?|(?:[\\w-]+-)?seeders|seeds|(?:db|database|prisma|drizzle)\\/seed|benchmarks?)\\/|${top}(?:bin|tools|seed|migrate)\\/|^(?:apps|packages)\\/(?:(?:[\\w-]+-)?cli|create-[\\w-]+|codemods?)\\/`,
);
/** What belongs to editors, hosts of code and helpers of developers. */
const toolFolder =
  /(?:^|\/)\.(?:claude|cursor|github|gitlab|husky|vscode|idea|agents?|codex|gemini|devcontainer|yarn|devin|windsurf|kiro)\//;
const scriptName =
  /^(?:(?:.*\/)?(?:prisma|drizzle|db|database|src|packages\/[^/]+|apps\/[^/]+)\/)?(?:seed|seeder)\.[cm]?[jt]s$|^(?:backend|server|api)\/(?:data)?seeder\.[cm]?[jt]s$/i;
/** How something is used, for whoever reads it: `transcription.example.ts`. */
const exampleName = /\.examples?\.[cm]?[jt]sx?$/i;
const exampleFolder = new RegExp(`(?:^|\\/)(?:examples?|samples?)\\/|${top}(?:docs|demos?)\\/`);
const migrationFolder = /(?:^|\/)(?:(?:[\w-]+[-_])?migrations?|(?:predefined|schema|data|database|db|sql)Migrations?)\//;

const configName = new RegExp(
  '(?:^|\\/)(?:' +
    '(?:next|vite|vitest|jest|eslint|prettier|tailwind|postcss|webpack|rollup|rolldown|babel|svelte|astro|nuxt|playwright|cypress|tsup|tsdown|esbuild|drizzle|prisma|' +
    'commitlint|lint-staged|stylelint|remix|react-router|metro|craco|capacitor|turbo|karma|ecosystem|vue|uno|unocss|windi|forge|open-next|knip|release|trigger|medusa-config|swagger)' +
    '(?:[.-][\\w-]+)*\\.config\\.[cm]?[jt]s|\\.[\\w-]+rc\\.[cm]?js|knexfile\\.[jt]s|gulpfile\\.[cm]?[jt]s|Gruntfile\\.js|sentry\\.(?:client|server|edge)\\.config\\.[jt]s|[^/]+\\.(?:json|jsonc|toml|ya?ml))$',
);

/**
 * What a file is for, by its path and the first lines of its text where they are at hand. The first that fits counts:
 * generated, test, example, script, migration, config, client.
 */
export function fileRole(file: string, textHead?: string): FileRole {
  const isAddress = addressFolders.test(file);
  if (generatedName.test(file) || (!isAddress && generatedFolder.test(file)) || isGeneratedHead(textHead)) return 'generated';
  if (testName.test(file) || testNameWithin.test(file) || testByHand.test(file) || testFolderAlways.test(file)) return 'test';
  if (setAsideFolder.test(file) && !servedWhole.test(file)) return 'example';
  if (!isAddress) {
    if (testFolder.test(file)) return 'test';
    if (exampleFolder.test(file) || exampleName.test(file) || setAside.test(file)) return 'example';
    if (scriptFolder.test(file) || toolFolder.test(file) || scriptName.test(file)) return 'script';
    if (migrationFolder.test(file)) return 'migration';
  }
  if (configName.test(file)) return 'config';
  if (/(?:^|\/)public\/.*\.[cm]?jsx?$/.test(file) || (textHead !== undefined && directive(textHead) === 'client')) return 'client';
  return 'source';
}

/** Words in the comments above the first statement; the same words further down are about something else. */
function isGeneratedHead(text: string | undefined): boolean {
  return text !== undefined && generatedHead.test(leadingComments(text.slice(0, 1000)));
}

const leading = /^(?:\uFEFF|#![^\n]*\n|\s+|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?(?:\*\/|$))*/;

function leadingComments(text: string): string {
  return leading.exec(text)?.[0] ?? '';
}

/** The `'use client'` or `'use server'` that a file starts with; other directives may come before it. */
function directive(text: string): 'client' | 'server' | undefined {
  let rest = text.slice(0, 4000);
  for (;;) {
    rest = rest.slice(leadingComments(rest).length);
    const prologue = /^(['"])(use [a-z ]+)\1\s*;?/.exec(rest);
    if (!prologue) return undefined;
    if (prologue[2] === 'use client') return 'client';
    if (prologue[2] === 'use server') return 'server';
    rest = rest.slice(prologue[0].length);
  }
}

const serverFrameworks = [
  'express',
  'fastify',
  'koa',
  'hono',
  '@hapi/hapi',
  '@nestjs/core',
  'next',
  'nuxt',
  '@sveltejs/kit',
  '@remix-run/node',
  '@remix-run/serve',
  '@remix-run/cloudflare',
  '@react-router/node',
  '@react-router/cloudflare',
  '@react-router/dev',
  '@tanstack/react-start',
  '@tanstack/solid-start',
  'astro',
  'elysia',
  'nitropack',
  'nitro',
  'h3',
  'firebase-functions',
  'restify',
  '@trpc/server',
  'apollo-server',
  '@apollo/server',
  'graphql-yoga',
  '@medusajs/medusa',
  '@feathersjs/feathers',
  '@adonisjs/core',
];
const interfaceLibraries = [
  'react',
  'vue',
  'svelte',
  '@angular/core',
  'solid-js',
  'preact',
  'jquery',
  'react-native',
  'expo',
  'ember-source',
  'lit',
];

const nextOnly = ['next'];
const convexOnly = ['convex'];
const astroOnly = ['astro'];
const tanstack = ['@tanstack/react-start', '@tanstack/solid-start', '@tanstack/start'];
const routeModules = [
  'react-router',
  '@react-router/node',
  '@react-router/dev',
  '@remix-run/node',
  '@remix-run/react',
  '@remix-run/cloudflare',
];
/** Frameworks that render on the server. */
const renderers = ['next', 'nuxt', 'astro', '@remix-run/node', '@react-router/node', '@tanstack/react-start', '@sveltejs/kit'];

/** What was asked about the dependencies of a package, by the list of names: every file of the package asks the same. */
const asked = new WeakMap<PackageInfo['dependencies'], Map<readonly string[], boolean>>();

function isMadeWith({ dependencies }: PackageInfo, names: readonly string[]): boolean {
  let answers = asked.get(dependencies);
  if (!answers) asked.set(dependencies, (answers = new Map()));
  let answer = answers.get(names);
  if (answer === undefined) answers.set(names, (answer = names.some((name) => Object.hasOwn(dependencies, name))));
  return answer;
}

/** Imports that only work on one side. */
const serverImport =
  /(?:from\s*|import\s*\(?\s*|require\(\s*)(['"])(?:node:[\w/]+|(?:fs|fs\/promises|child_process|net|tls|http|https|cluster|worker_threads|dgram)|server-only|express|fastify|koa|hono(?:\/[\w-]+)?|@nestjs\/[\w-]+|next\/(?:server|headers|cache)|pg|mysql2(?:\/promise)?|mongoose|mongodb|ioredis|redis|bullmq|nodemailer|bcrypt|bcryptjs|jsonwebtoken|firebase-admin(?:\/[\w-]+)?|drizzle-orm\/[\w-]+|@prisma\/client|knex|sequelize|typeorm|multer|socket\.io|ws)\1/;
const clientImport =
  /(?:from\s*|import\s*|require\(\s*)(['"])(?:client-only|react-dom(?:\/client)?|react-router-dom|next\/(?:navigation|router|dynamic)|@tanstack\/react-query|react-hook-form|framer-motion|sonner|wouter|zustand|vue-router|pinia)\1|\b(?:useState|useEffect|useRef|useReducer|useLayoutEffect)\s*[<(]/;

/** A file of an interface that holds functions for the server as well: bundlers take them apart. */
const mixed = /\bcreateServer(?:Fn|FileRoute)\s*\(|\bserver\s*:\s*\{\s*(?:middleware|handlers)\b/;

/** What functions of Vercel export. */
const handlesRequests =
  /\bexport\s+(?:default\s+(?:async\s+)?function\b[^(]*\(\s*_?req|(?:async\s+)?function\s+(?:GET|POST|PUT|PATCH|DELETE)\b|default\s+(?:async\s*)?\(\s*_?req)|\bmodule\.exports\s*=\s*(?:async\s*)?(?:function\b[^(]*)?\(\s*_?req/;

/** What route modules of an interface export for the server. */
const loaded = /\bexport\s+(?:const|(?:async\s+)?function)\s+(?:loader|action|middleware)\b/;

/** What a page exports for the server that makes it. */
const servesProps = /\bexport\s+(?:const|(?:async\s+)?function)\s+get(?:ServerSideProps|StaticProps|StaticPaths)\b/;

const hook = /\b(?:useState|useEffect|useRef|useReducer|useLayoutEffect)\s*[<(]/;

/**
 * Where a file runs: in a server, in a browser, or unknown where nothing decides. `text` is the file's, `pkg` the package
 * around it. Directives count first, then places that a framework gives a side, imports, and what the package is made with.
 */
export function sideOf(file: string, text: string, pkg: PackageInfo | undefined): 'server' | 'client' | 'unknown' {
  const written = directive(text);
  if (written) return written;
  const inPackage = pkg && pkg.dir !== '' && file.startsWith(`${pkg.dir}/`) ? file.slice(pkg.dir.length + 1) : file;
  const holds = codeOf(text);
  const uses = (names: readonly string[]): boolean => pkg !== undefined && isMadeWith(pkg, names);
  if (uses(nextOnly) && servesProps.test(text)) return 'unknown';
  const placed = sideOfPlace(
    file,
    inPackage,
    uses(nextOnly),
    uses(serverFrameworks),
    uses(convexOnly),
    uses(astroOnly),
    () => uses(nextOnly) && holds(handlesRequests),
  );
  if (placed) return placed;
  const hasInterface = uses(interfaceLibraries);
  const hasServer = uses(serverFrameworks);
  // A package of its own for the interface, whatever it imports: `bcryptjs` runs in browsers too.
  if (hasInterface && !hasServer && /(?:^|\/)(?:client|frontend)$/.test(pkg?.dir ?? '')) return 'client';
  if (uses(tanstack) && holds(mixed)) return 'unknown';
  if (uses(routeModules) && holds(loaded)) return 'unknown';
  // Enums and types of a database client are often shared with screens; state is never kept in a server's component.
  if (/\.[jt]sx$/.test(file) && holds(hook)) return 'client';
  if (holds(serverImport)) return 'server';
  if (holds(clientImport)) return 'client';
  if (/(?:^|\/)(?:components|hooks)\//.test(inPackage)) return 'client';
  if (/(?:^|\/)(?:server|backend)\//.test(folderOf(inPackage) + '/')) return 'server';
  if (hasInterface && !hasServer && /^(?:src|app|client)\//.test(inPackage)) return 'client';
  // JSX of a package with a server of its own beside the interface, without a framework that renders on the server.
  if (hasInterface && /\.[jt]sx$/.test(file) && !uses(renderers)) return 'client';
  if (!hasInterface && (hasServer || /(?:^|\/)(?:api|routes|controllers|middlewares?|services)\//.test(inPackage))) return 'server';
  return 'unknown';
}

function sideOfPlace(
  file: string,
  inPackage: string,
  isNext: boolean,
  hasServer: boolean,
  isConvex: boolean,
  isAstro: boolean,
  isFunction: () => boolean,
): 'server' | 'client' | undefined {
  const name = nameOf(file);
  if (
    /(?:^|\/)(?:supabase|netlify)\/(?:edge-)?functions\//.test(file) ||
    /\.server\.[cm]?[jt]sx?$/.test(name) ||
    /^\+server\.[jt]s$/.test(name)
  )
    return 'server';
  if (/\.client\.[cm]?[jt]sx?$/.test(name) || /^public\//.test(inPackage)) return 'client';
  if (/^(?:layers\/[^/]+\/)?(?:src\/)?server\/(?:api|routes|middleware|plugins|utils|tasks)\//.test(inPackage)) return 'server';
  if (/^src\/(?:pages\/(?:.*\/)?[^/]+|actions\/(?:.*\/)?[^/]+|middleware\/index)\.[jt]s$/.test(inPackage) && isAstro) return 'server';
  if (isConvex && /^(?:.*\/)?convex\//.test(inPackage)) return 'server';
  if (/^(?:src\/)?pages\/api\//.test(inPackage) || /^(?:src\/)?(?:middleware|proxy|instrumentation)\.[jt]s$/.test(inPackage))
    return 'server';
  if (/^(?:src\/)?app\/(?:.*\/)?route\.[jt]sx?$/.test(inPackage)) return 'server';
  if (isNext) {
    if (/^(?:src\/)?app\/(?:.*\/)?(?:error|global-error)\.[jt]sx?$/.test(inPackage)) return 'client';
    if (
      /^(?:src\/)?app\/(?:.*\/)?(?:page|layout|template|loading|default|not-found|sitemap|robots|opengraph-image)\.[jt]sx?$/.test(inPackage)
    )
      return 'server';
    if (/^(?:src\/)?pages\//.test(inPackage)) return 'client';
  }
  // Vercel makes functions of the files in `api/` of an application without a server.
  if (/^api\/(?:.*\/)?[^/]+\.[cm]?[jt]s$/.test(inPackage) && (!hasServer || isFunction())) return 'server';
  if (/^(?:client|frontend|web\/src|(?:app|src)\/client)\//.test(inPackage)) return 'client';
  return undefined;
}
