import { defineLibrary, type CallRole } from '../model/library';

const params = ['node:http#req', 'node:http#res'];
const serve: CallRole = { callbacks: [{ args: 'last', params }] };
/** An address, or options that name the host. */
const request: CallRole = { sinks: [{ category: 'url', arg: 0 }, { category: 'url', arg: 'option:host' }, { category: 'url', arg: 'option:hostname' }, { category: 'url', arg: 'option:url' }, { category: 'url', arg: 'option:uri' }] };

/** Servers and requests of Node itself, and clients that take what its requests take. */
export default defineLibrary({
  id: 'node-http',
  title: 'Node.js HTTP',
  packages: [],
  aliases: {
    'node:http#default': 'node:http#',
    'node:url#URL': 'global#URL',
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
    'request#': request,
    'request#get': request,
    'request#post': request,
    'request#put': request,
    'request-promise#': request,
    'request-promise-native#': request,
    'needle#get': request,
    'needle#': { sinks: [{ category: 'url', arg: 1 }] },
    'superagent#get': request,
    'superagent#post': request,
    'superagent#put': request,
    'superagent#delete': request,
    'superagent#': { sinks: [{ category: 'url', arg: 1 }] },
    'node:http#res.writeHead': { sinks: [{ category: 'redirect', arg: 'option:Location' }, { category: 'redirect', arg: 'option:location' }] },
    'node:http#res.setHeader': { sinks: [{ category: 'redirect', arg: 1, onlyWhen: 'arg0:location' }] },
    'node:http#res.end': { reply: { body: 0, format: 'text' }, sinks: [{ category: 'html', arg: 0 }] },
    'node:http#res.write': { sinks: [{ category: 'html', arg: 0 }] },
  },
  reads: {
    'node:http#req.url': { path: true },
    'node:http#req.headers': { input: 'headers' },
  },
});
