const { execSync } = require('child_process');

// Everything that these are given stands here.
function git(command) {
  return execSync('git ' + command + ' --quiet'); // ok: command-injection
}
const tag = (prefix) => execSync(`git tag ${prefix}-release`); // ok: command-injection
class Repository {
  constructor(branch) {
    execSync(`git checkout ${branch}`); // ok: command-injection
  }
  static open(folder) {
    execSync(`git -C ${folder} status`); // ok: command-injection
  }
  commit(message) {
    execSync(`git commit -m "${message}"`); // expect: command-injection(warning low)
  }
}
git('fetch');
tag('v');
Repository.open('.');
module.exports.repository = new Repository('main');

// These are given more, or handed to others.
function push(remote) {
  execSync(`git push ${remote}`); // expect: command-injection(warning low)
}
push(process.argv[2]);
function pull(remote) {
  execSync(`git pull ${remote}`); // expect: command-injection(warning low)
}
['origin'].forEach(pull);
function merge(branch) {
  execSync(`git merge ${branch}`); // expect: command-injection(warning low)
}
module.exports.merge = merge;
