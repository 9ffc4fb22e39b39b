// packages: @hapi/hapi@21.3.0
const Hapi = require('@hapi/hapi');
const { execSync } = require('child_process');

const server = Hapi.server({ port: 3000 });

server.route({
  method: 'POST',
  path: '/convert/{name}',
  handler: (incoming, toolkit) => {
    execSync(`convert ${incoming.params.name}`); // expect: command-injection(error high)
    execSync(`convert ${incoming.payload.target}`); // expect: command-injection(error high)
    execSync(`convert ${incoming.auth.credentials.folder}`); // ok: command-injection
    return toolkit.response('done');
  },
});
