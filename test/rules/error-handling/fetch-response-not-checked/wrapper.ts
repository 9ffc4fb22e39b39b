// file: src/rates.ts
// packages: express@5.1.0
import { readFileSync } from 'node:fs';

/** Throws for every answer that is a failure. */
async function get(url: string) {
  const response = await fetch(url, { headers: { key: readFileSync('key', 'utf8') } }); // ok: fetch-response-not-checked
  if (!response.ok) throw new Error(`responded ${response.status}`);
  return response;
}

export async function rates() {
  const response = await get('https://rates.example.com'); // ok: fetch-response-not-checked
  const data = await response.json();
  return data.EUR * 2;
}

export async function straight() {
  const response = await fetch('https://rates.example.com'); // expect: fetch-response-not-checked
  const data = await response.json();
  return data.EUR * 2;
}
