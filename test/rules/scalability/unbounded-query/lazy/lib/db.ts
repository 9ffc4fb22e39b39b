import { drizzle } from 'drizzle-orm/postgres-js';
import postgres from 'postgres';

function open() {
  return drizzle(postgres(process.env.DATABASE_URL!));
}

let kept: ReturnType<typeof open> | null = null;
let later = null;

export function getDb() {
  if (!kept) kept = open();
  return kept;
}

export function getLater() {
  if (!later) later = open();
  return later;
}
