import { nameOf } from './paths';

/** Never looked into: dependencies, history and what tools put out under names that nobody gives to a folder of sources. */
const skippedFolders = new Set([
  ...['node_modules', '.git', '.hg', '.svn', 'bower_components', '.yarn', '.pnpm-store'],
  ...['dist', '.next', '.nuxt', '.svelte-kit', '.output', '.turbo', '.cache', '.parcel-cache', '.vercel', '.netlify', '.wrangler'],
  ...['.nyc_output', '.angular', '.astro', '.docusaurus', '.expo', '.gradle', '.terraform', '.venv', '__pycache__', '.nx', '.vscode-test'],
]);

/**
 * Output in some places and sources in others (`src/build`, `app/vendor/page.tsx`): skipped only beside a manifest or in
 * the root, where tools put their output.
 */
const outputFolders = new Set(['build', 'out', 'coverage', 'vendor']);

/** Is a folder left out? `besideManifest`: its parent is the root or holds a package.json or deno.json. */
export function isSkippedFolder(name: string, besideManifest: boolean): boolean {
  return skippedFolders.has(name) || (besideManifest && outputFolders.has(name));
}

const source = /\.[cm]?[jt]sx?$/;

/** Names of interest wherever they are. */
const names = new Set([
  ...['package.json', 'package-lock.json', 'npm-shrinkwrap.json', 'yarn.lock', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'bun.lock'],
  ...['deno.json', 'deno.jsonc', 'deno.lock', 'import_map.json', 'jsconfig.json', 'turbo.json', 'nx.json', 'lerna.json', 'components.json'],
  ...[
    'vercel.json',
    'netlify.toml',
    'fly.toml',
    'render.yaml',
    'render.yml',
    'railway.json',
    'railway.toml',
    'Procfile',
    'wrangler.toml',
    'wrangler.json',
    'wrangler.jsonc',
  ],
  ...[
    'app.yaml',
    'app.yml',
    'app.json',
    'amplify.yml',
    'serverless.yml',
    'serverless.yaml',
    'cdk.json',
    'Chart.yaml',
    '.replit',
    'replit.nix',
  ],
  ...[
    '.gitlab-ci.yml',
    '.gitlab-ci.yaml',
    '.woodpecker.yml',
    'azure-pipelines.yml',
    'bitbucket-pipelines.yml',
    'azure-pipelines.yaml',
    'Jenkinsfile',
    '.travis.yml',
    'cloudbuild.yaml',
    'buildspec.yml',
    '.drone.yml',
  ],
  ...[
    'firebase.json',
    'firestore.indexes.json',
    'database.rules.json',
    'renovate.json',
    'renovate.json5',
    '.renovaterc',
    '.renovaterc.json',
    '.lintstagedrc',
    '.lintstagedrc.json',
  ],
  ...[
    'LICENSE',
    'LICENSE.md',
    'LICENSE.txt',
    'LICENCE',
    'CODEOWNERS',
    'SECURITY.md',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
    'PRIVACY.md',
    'CLAUDE.md',
    'AGENTS.md',
  ],
  ...[
    '.gitignore',
    '.dockerignore',
    '.npmrc',
    '.nvmrc',
    '.node-version',
    '.tool-versions',
    '.pre-commit-config.yaml',
    '.editorconfig',
    '.eslintrc',
    'biome.json',
    'biome.jsonc',
  ],
  ...[
    'openapi.json',
    'openapi.yaml',
    'openapi.yml',
    'swagger.json',
    'swagger.yaml',
    'nginx.conf',
    'Caddyfile',
    'crontab',
    '_journal.json',
    'migration_lock.toml',
  ],
]);

const patterns = [
  /^tsconfig[^/]*\.json$/,
  /\.(?:sql|prisma|rules|tf)$/,
  /^\.env(?:\..*|-.*)?$/,
  /^env[.-](?:example|sample|template|dist)(?:\.txt)?$/,
  /^(?:(?:config|settings|example|sample|template)\.env|[\w-]+\.env[.-](?:env|example|sample|template|dist))$/,
  /^(?:.*\.)?(?:Dockerfile|Containerfile)(?:[.-].*)?$/i,
  /^(?:docker-)?compose[^/]*\.ya?ml$/,
  /^(?:[\w.-]*[-_.])?(?:deployment|statefulset|daemonset|k8s|kubernetes)\.ya?ml$/i,
  /^(?:firestore|database|storage)[^/]*\.rules\.json$/,
  /^(?:README|RUNBOOK)[^/]*$/i,
  /^(?:SETUP|INSTALL|DEPLOY|CONFIGURATION|ENVIRONMENT)[^/]*\.mdx?$/i,
  /^\.eslintrc\.[a-z]+$/,
];

/** Keys of accounts of services, and settings that applications are started with, by the names that tools and tutorials give them. */
const credentials =
  /(?:^|\/)(?:[\w.-]*(?:service[-_]?account|firebase[-_]?adminsdk)[\w.-]*|(?:google|gcp|gcloud|firebase)?[-_]?credentials?|config\/(?:default|production|staging|config))\.json$/i;

/** May the file hold credentials as data? */
export function isCredentialFile(file: string): boolean {
  return credentials.test(file);
}

const places = [
  credentials,
  /(?:^|\/)supabase\/config\.toml$/,
  /(?:^|\/)\.github\/(?:workflows\/[^/]+|dependabot\.ya?ml|renovate\.json5?)$/,
  /(?:^|\/)\.circleci\/config\.ya?ml$/,
  /(?:^|\/)\.(?:gitea|forgejo|depot)\/workflows\/[^/]+$/,
  /(?:^|\/)\.buildkite\/pipeline\.ya?ml$/,
  /(?:^|\/)\.husky\/[^/]+$/,
  /(?:^|\/)docs\/.*\.mdx?$/,
  /(?:^|\/)(?:k8s|kubernetes|helm|charts?|manifests|deploy(?:ment)?|infra(?:structure)?)\/(?:.*\/)?[^/]+\.ya?ml$/,
  /^\.production-gap\/[^/]+$/,
];

/** Is the file one the product reads or counts: a source, a manifest, configuration, a schema, infrastructure or a document? */
export function isOfInterest(file: string): boolean {
  if (source.test(file)) return true;
  const name = nameOf(file);
  return names.has(name) || patterns.some((pattern) => pattern.test(name)) || places.some((place) => place.test(file));
}

/** Can a change of the file's content change packages, their versions, what imports resolve to or what is deployed? */
export function isManifest(file: string): boolean {
  return /(?:^|\/)(?:package\.json|package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lock|[tj]sconfig[^/]*\.json|deno\.jsonc?|import_map\.json|supabase\/config\.toml|vercel\.json|(?:svelte|vite|astro|nuxt)\.config\.[cm]?[jt]s)$/.test(
    file,
  );
}
