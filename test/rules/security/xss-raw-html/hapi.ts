// packages: @hapi/hapi@21.3.0
import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'GET',
  path: '/hello',
  handler: (request, h) => h.response(`<h1>Hello ${request.query.name}</h1>`), // expect: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/typed',
  handler: (request, h) => {
    return h.response('<p>' + request.query.text + '</p>').type('text/html').code(200); // expect: xss-raw-html
  },
});
server.route({
  method: 'GET',
  path: '/plain',
  handler: (request, h) => h.response(`Hello ${request.query.name}`).type('text/plain'), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/data',
  handler: (request, h) => h.response({ name: request.query.name }), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/whole',
  handler: (request, h) => h.response(request.payload), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/number',
  handler: (request, h) => h.response(`<p>${Number(request.query.page)}</p>`), // ok: xss-raw-html
});
server.route({
  method: 'GET',
  path: '/escaped',
  handler: (request, h) => h.response(`<p>${escapeHtml(request.query.name)}</p>`), // ok: xss-raw-html
});

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
