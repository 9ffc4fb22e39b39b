// file: scripts/seed.ts
// packages: express@5.1.0
const email = process.argv[2];
console.log('created', email); // ok: pii-in-logs
