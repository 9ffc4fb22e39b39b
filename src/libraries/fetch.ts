import { defineLibrary, type OutboundRole } from '../model/library';

/** Models that are paid for by what goes in and comes out. */
const models =
  /^https:\/\/(?:api\.(?:openai|anthropic|mistral|cohere|deepseek|together|perplexity|elevenlabs|replicate|groq|x)\.(?:com|ai|xyz)|openrouter\.ai|generativelanguage\.googleapis\.com|ai\.gateway\.lovable\.dev|gateway\.ai\.cloudflare\.com)(?:\/|$)/;

const outbound: OutboundRole = {
  timeout: { arg: 1, options: ['signal'] },
  defaultMs: 300_000,
  url: 0,
  kind: 'http',
  promises: true,
  paidAt: models,
};

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
