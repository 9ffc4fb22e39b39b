import { defineLibrary, type CallRole } from '../model/library';

const url = [
  { category: 'url', arg: 0 },
  { category: 'url', arg: 'option:url', at: 0 },
] as const satisfies CallRole['sinks'];
const got: CallRole = {
  outbound: {
    timeout: { arg: 1, options: ['timeout', 'signal'], constructorOption: 'timeout' },
    defaultMs: 0,
    throwsOnStatus: true,
    url: 0,
    kind: 'http',
  },
  sinks: [...url],
};
const ky: CallRole = {
  outbound: { timeout: { arg: 1, options: ['timeout', 'signal'] }, defaultMs: 10_000, throwsOnStatus: true, url: 0, kind: 'http' },
  sinks: [{ category: 'url', arg: 0 }],
};
const undici: CallRole = {
  outbound: { timeout: { arg: 1, options: ['signal', 'headersTimeout', 'bodyTimeout'] }, defaultMs: 300_000, url: 0, kind: 'http' },
  sinks: [{ category: 'url', arg: 0 }],
};

/** got 14 has no limit by default, ky 1 has 10 s, undici 300 s for headers and for the body. */
export default defineLibrary({
  id: 'http-clients',
  title: 'got, ky, ofetch, undici',
  packages: ['got', 'ky', 'ofetch', 'undici'],
  calls: {
    'got#': got,
    'got#get': got,
    'got#post': got,
    'got#put': got,
    'got#patch': got,
    'got#delete': got,
    'got#head': got,
    'got#stream': { sinks: [...url] },
    'got#stream.get': { sinks: [...url] },
    'got#got': got,
    'ky#': ky,
    'ky#get': ky,
    'ky#post': ky,
    'ky#put': ky,
    'ky#patch': ky,
    'ky#delete': ky,
    'undici#request': undici,
    'undici#stream': undici,
    'ofetch#ofetch': {
      outbound: { timeout: { arg: 1, options: ['timeout', 'signal'] }, defaultMs: 0, throwsOnStatus: true, url: 0, kind: 'http' },
      sinks: [{ category: 'url', arg: 0 }],
    },
  },
});
