import { defineLibrary } from '../model/library';

/** Tools that write settings of the environment into what browsers and apps download, by prefixes that nothing else uses. */
export default defineLibrary({
  id: 'bundlers',
  title: 'Bundlers',
  packages: [],
  // https://vite.dev/guide/env-and-mode, https://nextjs.org/docs/app/guides/environment-variables, https://docs.expo.dev/guides/environment-variables
  exposingOptions: [
    { files: /^vite\.config(?:\.[\w-]+)?\.[cm]?[jt]s$/, option: 'define' },
    { files: /^next\.config(?:\.[\w-]+)?\.[cm]?[jt]s$/, option: 'env' },
    { files: /^nuxt\.config\.[cm]?[jt]s$/, option: 'runtimeConfig.public', always: true },
  ],
  // With an empty prefix it gives all settings, and not only those that are meant for browsers.
  variants: { 'vite#loadEnv': [{ arg: 2, text: /^(?:''|""|``)$/, value: 'global#env' }] },
  // What it makes writes in colours to the console of whoever builds: https://vite.dev/guide/api-javascript#createlogger
  aliases: { 'vite#createLogger()': 'vite#logger' },
  calls: Object.fromEntries(
    ['info', 'warn', 'warnOnce', 'error'].map((name) => [
      `vite#logger.${name}`,
      { log: { level: name === 'warnOnce' ? 'warn' : name, style: 'console' as const } },
    ]),
  ),
  exposes: ['VITE_', 'NEXT_PUBLIC_', 'NUXT_PUBLIC_', 'REACT_APP_', 'EXPO_PUBLIC_', 'GATSBY_', 'VUE_APP_'],
});
