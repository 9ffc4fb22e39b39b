import { defineLibrary, type OutboundRole } from '../model/library';

const outbound: OutboundRole = { timeout: { arg: 1, options: ['signal'] }, defaultMs: 300_000, url: 0, kind: 'http', promises: true };

/** The global fetch (undici in Node: 300 s for headers and body) and its look-alikes. */
export default defineLibrary({
  id: 'fetch',
  title: 'fetch',
  packages: [],
  aliases: {
    'node-fetch#default': 'node-fetch#',
    'cross-fetch#default': 'cross-fetch#',
  },
  calls: {
    'global#fetch': { outbound: { ...outbound }, sinks: [{ category: 'url', arg: 0 }] },
    'node-fetch#': {
      outbound: { ...outbound, timeout: { arg: 1, options: ['signal', 'timeout'] }, defaultMs: 0 },
      sinks: [{ category: 'url', arg: 0 }],
    },
    'cross-fetch#': {
      outbound: { ...outbound, timeout: { arg: 1, options: ['signal', 'timeout'] }, defaultMs: 0 },
      sinks: [{ category: 'url', arg: 0 }],
    },
    'undici#fetch': { outbound: { ...outbound }, sinks: [{ category: 'url', arg: 0 }] },
  },
});
