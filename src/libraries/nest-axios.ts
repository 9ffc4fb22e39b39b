import { defineLibrary, type CallRole } from '../model/library';

/** `HttpModule.register({ timeout })` says what all calls of a module have, and `pipe(timeout(5_000))` what one has. */
function request(options: number): CallRole {
  return {
    outbound: {
      timeout: {
        arg: options,
        options: ['timeout', 'signal'],
        chained: ['pipe(timeout)', 'pipe(timeoutWith)'],
        elsewhere: 'the module that provides its client may limit it',
      },
      defaultMs: 0,
      throwsOnStatus: true,
      url: 0,
      kind: 'http',
    },
    sinks: [
      { category: 'url', arg: 0 },
      { category: 'url', arg: 'option:url', at: 0 },
      { category: 'url', arg: 'option:baseURL', at: 0 },
    ],
  };
}

/** axios as a service of NestJS: https://docs.nestjs.com/techniques/http-module */
export default defineLibrary({
  id: 'nest-axios',
  title: 'NestJS HttpModule',
  packages: ['@nestjs/axios'],
  aliases: { 'nest#http.axiosRef': 'axios#instance' },
  types: { '@nestjs/axios#HttpService': 'nest#http' },
  calls: {
    ...Object.fromEntries(['get', 'delete', 'head', 'options'].map((name) => [`nest#http.${name}`, request(1)])),
    ...Object.fromEntries(['post', 'put', 'patch', 'postForm', 'putForm', 'patchForm'].map((name) => [`nest#http.${name}`, request(2)])),
    'nest#http.request': request(0),
  },
});
