// file: scripts/export.ts
// packages: pg@8.13.0
import { Client } from 'pg';

async function main() {
  const client = new Client(); // ok: connection-per-request
  await client.connect();
}
void main();
