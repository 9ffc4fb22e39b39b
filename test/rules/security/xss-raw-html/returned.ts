// packages: @hapi/hapi@21.3.0
import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'GET',
  path: '/hello/{name}',
  handler: (request) => `<h1>Hello ${request.params.name}</h1>`, // expect: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/search',
  handler: async (request, h) => {
    const page = '<p>Nothing found for ' + request.query.text + '</p>';
    if (request.query.plain) return h.response('Nothing found');
    return page; // expect: xss-raw-html
  },
});
server.route({
  method: 'GET',
  path: '/data',
  handler: (request) => ({ name: `${request.query.name}` }), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/page/{number}',
  handler: (request) => `<p>${Number(request.params.number)}</p>`, // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/escaped',
  handler: (request) => `<p>${encodeURIComponent(request.query.name)}</p>`, // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/names',
  handler: (request) => [1, 2].map((index) => `${request.query.name} ${index}`), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/echo',
  handler: (request) => {
    return request.query.text; // expect: xss-raw-html
  },
});
server.route({
  method: 'GET',
  path: '/all',
  handler: (request) => request.query, // ok: xss-raw-html
});
server.route({
  method: 'POST',
  path: '/body',
  handler: (request) => request.payload.text, // ok: xss-raw-html
});
