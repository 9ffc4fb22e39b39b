import { defineLibrary, type CallRole } from '../model/library';

const request = 'azure#request';
const listens: CallRole = { callbacks: [{ args: [1], params: [request, 'azure#context'], property: 'handler' }] };

/** Azure Functions: programming model 3 exports one function, model 4 registers handlers on an application. */
export default defineLibrary({
  id: 'azure-functions',
  title: 'Azure Functions',
  packages: [],
  aliases: {
    [`${request}.json()`]: 'web#body',
    [`${request}.formData()`]: 'web#form',
    [`${request}.text()`]: 'web#rawBody',
  },
  types: { '@azure/functions#HttpRequest': request },
  handlerShapes: [{ params: ['context', 'req|request'], paths: ['azure#context', request], exported: /^(default|run|httpTrigger)$/ }],
  calls: Object.fromEntries(
    ['http', 'get', 'post', 'put', 'patch', 'deleteRequest'].map((name) => [`@azure/functions#app.${name}`, listens]),
  ),
  reads: {
    [`${request}.body`]: { input: 'body' },
    [`${request}.rawBody`]: { input: 'body' },
    [`${request}.query`]: { input: 'query' },
    [`${request}.params`]: { input: 'params' },
    [`${request}.headers`]: { input: 'headers' },
    [`${request}.headers.*`]: { credential: true },
    [`${request}.headers.get()`]: { credential: true },
    'azure#context.req.body': { input: 'body' },
    'azure#context.req.query': { input: 'query' },
  },
});
