import { defineLibrary, type CallRole } from '../model/library';

const params = ['hapi#request', 'hapi#h'];
const route: CallRole = { callbacks: [{ args: [0], params, property: 'handler' }] };

/** hapi 17 to 21: what handlers are sent. How routes are guarded is not read. */
export default defineLibrary({
  id: 'hapi',
  title: 'hapi',
  packages: ['@hapi/hapi', 'hapi'],
  runsIn: 'process',
  aliases: {
    '@hapi/hapi#server()': 'hapi#server',
    '@hapi/hapi#Server()': 'hapi#server',
    'hapi#server()': 'hapi#server',
    'hapi#Server()': 'hapi#server',
    'hapi#h.*()': 'hapi#h',
  },
  types: {
    '@hapi/hapi#Request': 'hapi#request',
    '@hapi/hapi#ResponseToolkit': 'hapi#h',
    '@hapi/hapi#Server': 'hapi#server',
  },
  // What is returned is what `h.response` is given.
  sendsReturned: 'hapi#request',
  handlerShapes: [{ params: ['request|req', 'h'], paths: params }],
  calls: {
    'hapi#server.route': route,
    'hapi#server.ext': { callbacks: [{ args: [1], params }] },
    'hapi#h.file': { sinks: [{ category: 'path', arg: 0 }] },
    // A text is sent as `text/html` unless the response is given another type: https://hapi.dev/api/#-hresponsevalue.
    'hapi#h.response': { sinks: [{ category: 'html', arg: 0 }] },
    'hapi#h.redirect': { sinks: [{ category: 'redirect', arg: 0 }] },
  },
  reads: {
    'hapi#request.payload': { input: 'body' },
    'hapi#request.query': { input: 'query' },
    'hapi#request.params': { input: 'params' },
    'hapi#request.headers': { input: 'headers' },
    'hapi#request.headers.authorization': { credential: true },
    'hapi#request.state': { input: 'cookies' },
    'hapi#request.path': { path: true },
    'hapi#request.auth.credentials': { identity: true },
  },
});
