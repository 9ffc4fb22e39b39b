import { defineLibrary, type CallRole } from '../model/library';

const verbs = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options'];

/** `.timeout(10_000)`, `.timeout({ response, deadline })`; `.use(…)` may hand the request to something that limits it. */
function request(url: number): CallRole {
  return {
    outbound: { timeout: { chained: ['timeout'], plugins: ['use'] }, defaultMs: 0, throwsOnStatus: true, url, kind: 'http' },
    sinks: [{ category: 'url', arg: url }],
  };
}

/** superagent 9 and 10: a request is a chain, and what limits it is one of its calls. No limit by default: https://forwardemail.github.io/superagent/#timeouts */
export default defineLibrary({
  id: 'superagent',
  title: 'superagent',
  packages: ['superagent'],
  // An agent keeps what each of its requests is given: `agent().timeout(…)`.
  aliases: { 'superagent#agent()': 'superagent#instance' },
  calls: {
    'superagent#': { sinks: [{ category: 'url', arg: 1 }], outbound: request(1).outbound },
    ...Object.fromEntries(verbs.map((name) => [`superagent#${name}`, request(0)])),
    ...Object.fromEntries(verbs.map((name) => [`superagent#instance.${name}`, { sinks: request(0).sinks }])),
  },
});
