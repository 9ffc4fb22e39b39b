// packages: typescript@5.6.0
const { exec } = require('child_process');

// A piece of a handler: nothing declares `req`.
exec(`ping ${req.query.host}`); // expect: command-injection(error high)
exec(`ping ${reg.query.host}`); // ok: command-injection

function look(userInput) {
  exec(userInput); // expect: command-injection(error low)
}
function list(folder) {
  exec(folder); // ok: command-injection
}
// A parameter that shadows the name is no request.
const each = (req) => exec(req.query.host); // ok: command-injection
// A framework that nobody names.
server.get('/ping', (req, res) => exec(`ping ${req.query.host}`)); // expect: command-injection(error low)
server.get('/ping', (req, done) => exec(req.query.host)); // ok: command-injection
module.exports = { look, list, each };
