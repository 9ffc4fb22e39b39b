// file: src/breached.ts
import { createHash } from 'node:crypto';

// Asks a list of known passwords; nothing is kept.
export async function checkPassword(password: string): Promise<boolean> {
  const hash = createHash('sha1').update(password).digest('hex').toUpperCase(); // ok: weak-password-hash
  const answer = await fetch(`https://api.pwnedpasswords.com/range/${hash.slice(0, 5)}`);
  return (await answer.text()).includes(hash.slice(5));
}
