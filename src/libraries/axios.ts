import { defineLibrary, type CallRole } from '../model/library';

/** An address, or options with it. */
const address = [
  { category: 'url', arg: 0 },
  { category: 'url', arg: 'option:url', at: 0 },
  { category: 'url', arg: 'option:baseURL', at: 0 },
] as const satisfies CallRole['sinks'];

const limited = { options: ['timeout', 'signal'], constructorOption: 'timeout', assigned: 'defaults.timeout' };

function request(options: number): CallRole {
  return {
    outbound: {
      timeout: { ...limited, arg: options },
      defaultMs: 0,
      throwsOnStatus: true,
      url: 0,
      kind: 'http',
      promises: true,
    },
    sinks: [...address],
  };
}

const methods: Record<string, CallRole> = {
  get: request(1),
  delete: request(1),
  head: request(1),
  options: request(1),
  post: request(2),
  put: request(2),
  patch: request(2),
  request: request(0),
};

/** `axios(config)` and `axios(url, config)`. */
const called: CallRole = { ...request(0), outbound: { ...request(0).outbound!, timeout: { ...limited, arg: [0, 1] } } };

/** axios 1: no time limit unless one is given on the call, the instance or the defaults. */
export default defineLibrary({
  id: 'axios',
  title: 'axios',
  packages: ['axios'],
  aliases: { 'axios#create()': 'axios#instance' },
  types: { 'axios#AxiosInstance': 'axios#instance' },
  calls: {
    'axios#': called,
    'axios#instance': called,
    'axios#create': { sinks: [{ category: 'url', arg: 'option:baseURL' }] },
    ...Object.fromEntries(Object.entries(methods).map(([name, role]) => [`axios#${name}`, role])),
    ...Object.fromEntries(Object.entries(methods).map(([name, role]) => [`axios#instance.${name}`, role])),
  },
});
