import { execFile, execSync } from 'child_process';

export function clone(url: string) {
  return execSync(`git clone ${url}`); // expect: command-injection(warning low)
}

export function cloneSafely(url: string) {
  return execFile('git', ['clone', '--', url]); // ok: command-injection
}
