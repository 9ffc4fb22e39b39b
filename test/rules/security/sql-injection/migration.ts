// file: migrations/20250101_roles.ts
// packages: knex@3.1.0
import type { Knex } from 'knex';

export async function up(knex: Knex, role: string) {
  await knex.raw(`CREATE ROLE app_${role} LOGIN PASSWORD '${role}'`); // ok: sql-injection
}
