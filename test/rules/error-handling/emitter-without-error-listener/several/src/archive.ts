import { Pool } from 'pg';

const archive = new Pool({ connectionString: process.env.ARCHIVE_URL }); // expect: emitter-without-error-listener

export function archivePool() {
  return archive;
}

function open() {
  return new Pool({ connectionString: process.env.AUDIT_URL });
}

export const audit = open();
