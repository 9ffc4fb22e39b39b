// packages: @azure/functions@4.5.0
const { app } = require('@azure/functions');
const { exec } = require('child_process');

app.http('convert', {
  methods: ['POST'],
  handler: async (incoming, context) => {
    const { name } = await incoming.json();
    exec(`convert ${name}`); // expect: command-injection(error high)
    exec(`convert ${incoming.query.get('name')}`); // expect: command-injection(error high)
    exec(`logger ${context.invocationId}`); // ok: command-injection
  },
});

module.exports = async function (context, req) {
  exec(`convert ${req.query.name}`); // expect: command-injection(error high)
  exec(`logger ${context.invocationId}`); // ok: command-injection
};
