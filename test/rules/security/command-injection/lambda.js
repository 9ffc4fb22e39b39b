// packages: typescript@5.6.0
const { execFile, exec } = require('child_process');

exports.handler = async (event, context) => {
  const { branch } = JSON.parse(event.body);
  exec(`git checkout ${branch}`); // expect: command-injection(error high)
  exec(event.queryStringParameters.job); // expect: command-injection(error high)
  exec(`git log ${event['pathParameters'].ref}`); // expect: command-injection(error high)
  execFile('git', ['log', event.pathParameters.ref]); // ok: command-injection
  exec(`git log --author=${event.requestContext.authorizer.claims.sub}`); // ok: command-injection
  return { statusCode: 200, body: context.awsRequestId };
};

module.exports.cleanUp = (event, context, callback) => {
  exec('rm -rf /tmp/' + event.folder, callback); // expect: command-injection(error high)
};

// No entry: nobody knows what this is told of.
const onChange = (event) => exec(event.target); // ok: command-injection
document.addEventListener('change', onChange);
