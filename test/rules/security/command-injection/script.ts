// file: scripts/release.ts
import { execSync } from 'node:child_process';

export function release(version: string) {
  execSync(`git tag v${version}`); // ok: command-injection
}
