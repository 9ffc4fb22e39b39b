import { defineLibrary, type CallRole } from '../model/library';

const params = ['node:http#req', 'node:http#res'];
const serve: CallRole = { callbacks: [{ args: 'last', params }] };
/** Bodies come in pieces. */
const pieces: CallRole = { callbacks: [{ args: [1], params: ['node:http#body'], when: 'data' }] };
/** An address, or options that name the host. */
const request: CallRole = {
  sinks: [
    { category: 'url', arg: 0 },
    { category: 'url', arg: 'option:host' },
    { category: 'url', arg: 'option:hostname' },
    { category: 'url', arg: 'option:url', at: 0 },
    { category: 'url', arg: 'option:uri', at: 0 },
  ],
};

const second: CallRole = { sinks: [{ category: 'url', arg: 1 }] };
const verbs = ['get', 'post', 'put', 'patch', 'delete', 'del', 'head', 'options'];

function clients(path: string, names: readonly string[], role: CallRole): Record<string, CallRole> {
  return Object.fromEntries(names.map((name) => [`${path}${name}`, role]));
}

/** Servers and requests of Node itself, and clients that take what its requests take. */
export default defineLibrary({
  id: 'node-http',
  title: 'Node.js HTTP',
  packages: [],
  aliases: {
    'node:http#default': 'node:http#',
    'node:http#createServer()': 'node:http#server',
    'node:https#createServer()': 'node:http#server',
    'node:url#URL': 'global#URL',
    'node:buffer#Buffer': 'global#Buffer',
    'request#defaults()': 'request#',
    'got#extend()': 'got#',
    'node:url#URL()': 'global#URL()',
  },
  types: {
    'node:http#IncomingMessage': 'node:http#req',
    'node:http#ServerResponse': 'node:http#res',
  },
  calls: {
    'node:http#createServer': serve,
    'node:https#createServer': serve,
    'node:http2#createServer': serve,
    'node:http2#createSecureServer': serve,
    'node:http#request': request,
    'node:http#get': request,
    'node:https#request': request,
    'node:https#get': request,
    'follow-redirects#http.get': request,
    'follow-redirects#https.get': request,
    'node:http#server.on': {
      callbacks: [
        { args: [1], params, when: 'request' },
        { args: [1], params: [params[0]!], when: 'upgrade' },
      ],
    },
    'node:http#req.on': pieces,
    'express#req.on': { callbacks: [{ args: [1], params: ['express#req.body'], when: 'data' }] },
    'node:net#connect': {
      sinks: [
        { category: 'url', arg: 1 },
        { category: 'url', arg: 'option:host' },
      ],
    },
    'node:net#createConnection': {
      sinks: [
        { category: 'url', arg: 1 },
        { category: 'url', arg: 'option:host' },
      ],
    },
    ...Object.fromEntries(
      ['request#', 'request-promise#', 'request-promise-native#'].flatMap((name) => [
        [name, request] as const,
        ...Object.entries(clients(name, verbs, request)),
      ]),
    ),
    ...clients('needle#', verbs, request),
    'needle#': second,
    'needle#request': second,
    // https://github.com/node-modules/urllib
    'urllib#request': request,
    'urllib#curl': request,
    'bent#()': request,
    'phin#': request,
    'centra#': request,
    'cross-fetch#fetch': request,
    'isomorphic-fetch#': request,
    'isomorphic-unfetch#': request,
    'make-fetch-happen#': request,
    'download#': request,
    'follow-redirects#http.request': request,
    'follow-redirects#https.request': request,
    '@hapi/wreck#get': request,
    '@hapi/wreck#request': second,
    '@hapi/wreck#read': request,
    'node:http#res.writeHead': {
      sinks: [
        { category: 'redirect', arg: 'option:Location' },
        { category: 'redirect', arg: 'option:location' },
      ],
    },
    'node:http#res.setHeader': { sinks: [{ category: 'redirect', arg: 1, onlyWhen: 'arg0:location' }] },
    'node:http#res.end': { reply: { body: 0, format: 'text' }, sinks: [{ category: 'html', arg: 0 }] },
    'node:http#res.write': { sinks: [{ category: 'html', arg: 0 }] },
  },
  reads: {
    'node:http#req.url': { path: true },
    'node:http#req.headers': { input: 'headers' },
    'node:http#body': { input: 'body' },
  },
});
