// packages: @actions/github@6.0.0, @actions/exec@1.1.1
const { exec, getExecOutput } = require('@actions/exec');
const github = require('@actions/github');

async function greet() {
  // Whoever opens a pull request writes its title.
  await exec(`echo ${github.context.payload.pull_request.title}`); // expect: command-injection
  await exec('echo', [github.context.payload.pull_request.title]); // ok: command-injection
  await getExecOutput(`echo ${github.context.sha}`); // ok: command-injection
}
greet();
