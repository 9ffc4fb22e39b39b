import { defineLibrary } from '../model/library';

/** Command line tools that check, build and serve code, whichever package they come from. */
export default defineLibrary({
  id: 'command-line-tools',
  title: 'Command line tools',
  packages: [],
  commands: [
    {
      pattern: /^(?:tsc|tsgo|vue-tsc|nuxi typecheck|nuxt typecheck|svelte-check|astro check)\b(?!.*--(?:watch|version))/,
      purpose: 'types',
    },
    { pattern: /^(?:deno check)\b/, purpose: 'types' },
    {
      pattern:
        /^(?:eslint|oxlint|next lint|biome (?:check|lint|ci)|standard|xo|deno lint|ultracite (?:lint|check)|nx (?:affected )?(?:-t |--target=)?lint)\b/,
      purpose: 'lint',
    },
    {
      pattern:
        /^(?:jest|vitest(?! bench)|mocha|ava|tap|c8|nyc|playwright test|cypress run|bun test|deno test|node (?:--?\S+ )*--test|react-scripts test|karma start|wtr|ng test|convex-test)\b/,
      purpose: 'tests',
    },
    {
      pattern:
        /^(?:next build|vite build|nuxt build|nuxi build|astro build|remix build|remix vite:build|react-router build|react-scripts build|nest build|esbuild|tsup|rollup|webpack|docker (?:buildx )?build|medusa build|vinxi build|ng build|svelte-kit build|turbo build)\b/,
      purpose: 'build',
    },
    // What a step of a pipeline is made with stands behind `uses`.
    { pattern: /^uses docker\/(?:build-push|bake)-action\b/, purpose: 'build' },
    { pattern: /^uses (?:cypress-io\/github-action|ArtiomTr\/jest-coverage-report-action)\b/, purpose: 'tests' },
    { pattern: /^uses (?:reviewdog\/action-eslint|oxc-project\/oxlint-action|sibiraj-s\/action-eslint)\b/, purpose: 'lint' },
    {
      pattern: /^(?:npm audit|pnpm audit|yarn (?:npm )?audit|bun audit|osv-scanner|snyk test|audit-ci|better-npm-audit)\b/,
      purpose: 'audit',
    },
    {
      pattern:
        /^(?:next dev|vite(?: dev| serve)?(?=$| --)|nodemon|ts-node-dev|tsx watch|nuxt dev|nuxi dev|astro dev|remix dev|react-router dev|vinxi dev)\b/,
      purpose: 'develop',
    },
  ],
});
