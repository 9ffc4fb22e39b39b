import { defineLibrary, type CallRole } from '../model/library';

const checks: CallRole = { checksEnv: true };

/** Packages that look at the settings of the environment when the application starts, and stop it where one is missing. */
export default defineLibrary({
  id: 'env-schemas',
  title: 'Validation of settings',
  packages: [
    '@t3-oss/env-core',
    '@t3-oss/env-nextjs',
    '@t3-oss/env-nuxt',
    'envalid',
    'envsafe',
    'znv',
    'env-var',
    'env-schema',
    '@julr/vite-plugin-validate-env',
  ],
  aliases: { 'env-var#default': 'env-var#' },
  calls: {
    '@t3-oss/env-core#createEnv': checks,
    '@t3-oss/env-nextjs#createEnv': checks,
    '@t3-oss/env-nuxt#createEnv': checks,
    'envalid#cleanEnv': checks,
    'envalid#default.cleanEnv': checks,
    'envsafe#envsafe': checks,
    'znv#parseEnv': checks,
    'env-var#get().required': checks,
    'env-schema#': checks,
    'env-schema#envSchema': checks,
  },
});
