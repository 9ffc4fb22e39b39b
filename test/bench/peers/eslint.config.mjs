import sonarjs from 'eslint-plugin-sonarjs';
import tseslint from 'typescript-eslint';

// What the product skips too.
const skipped = ['dist', 'build', 'out', '.next', '.nuxt', '.svelte-kit', '.output', 'coverage', '.turbo', '.cache', 'vendor'];

const files = ['**/*.{js,jsx,mjs,cjs,ts,tsx,mts,cts}'];

const tenRules = Object.fromEntries(
  [
    'consistent-return',
    'no-async-promise-executor',
    'no-await-in-loop',
    'no-empty',
    'no-eval',
    'no-implied-eval',
    'no-promise-executor-return',
    'no-throw-literal',
    'no-unsafe-finally',
    'no-useless-catch',
  ].map((rule) => [rule, 'warn']),
);

const parser = { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } };

const configurations = {
  ten: { files, languageOptions: parser, rules: tenRules },
  sonarjs: { ...sonarjs.configs.recommended, files, languageOptions: parser },
  typed: {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parser: tseslint.parser, parserOptions: { projectService: true } },
    plugins: { '@typescript-eslint': tseslint.plugin },
    rules: { '@typescript-eslint/no-floating-promises': 'warn', '@typescript-eslint/no-misused-promises': 'warn' },
  },
};

export default [
  { ignores: skipped.map((folder) => `**/${folder}/**`) },
  { linterOptions: { reportUnusedDisableDirectives: 'off' } },
  configurations[process.env.BENCH_RULES],
];
