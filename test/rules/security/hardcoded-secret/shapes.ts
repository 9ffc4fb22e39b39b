import Stripe from 'stripe';

const stripe = new Stripe('sk_live_51HqInventedKeyForTheFixture7Qw3Zt'); // expect: hardcoded-secret(error high)
const trial = new Stripe('sk_test_51HqInventedKeyForTheFixture7Qw3Zt'); // expect: hardcoded-secret(warning high)
const bank = 'access-production-7c1e9a52-04bd-4f36-8d2e-b95a60f3c718'; // expect: hardcoded-secret(error high)
const toyBank = { accessToken: 'access-sandbox-7c1e9a52-04bd-4f36-8d2e-b95a60f3c718' }; // expect: hardcoded-secret(warning low)
const oldBank = { access_token: 'access-development-7c1e9a52-04bd-4f36-8d2e-b95a60f3c718' }; // expect: hardcoded-secret(warning low)
const bucket = { accessKeyId: 'AKIAQ7ZT3WRK5NVXEJMD' }; // expect: hardcoded-secret(error high)
const repository = 'ghp_q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1Tu0o'; // expect: hardcoded-secret(error high)
const mail = 'SG.q8ZtR3wLkV5nXeJm7Yd2Hc.9Bf4Gs6Ap1Tu0oq8ZtR3wLkV5nXeJm7Yd2Hc9Bf4'; // expect: hardcoded-secret(error high)
const model = 'sk-ant-api03-q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1Tu0o'; // expect: hardcoded-secret(error high)
const database = 'postgresql://app:q8ZtR3wLkV5n@db.acme.io:5432/app'; // expect: hardcoded-secret(error high)
const service = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImludmVudGVkIiwicm9sZSI6InNlcnZpY2Vfcm9sZSJ9.q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1Tu0oq8ZtR3w'; // expect: hardcoded-secret(error high)
const fallback = process.env.STRIPE_SECRET_KEY || 'sk_live_51HqInventedKeyForTheFixture7Qw3Zt'; // expect: hardcoded-secret(error high)
// expect-next-line: hardcoded-secret(error high)
const key = `-----BEGIN PRIVATE KEY-----
MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7q8ZtR3wLkV5nXeJm7Yd2Hc9
-----END PRIVATE KEY-----`;

const published = 'pk_live_51HqInventedKeyForTheFixture7Qw3Zt'; // ok: hardcoded-secret
const open = 'sb_publishable_q8ZtR3wLkV5nXeJm7Yd2Hc'; // ok: hardcoded-secret
const anon = 'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJzdXBhYmFzZSIsInJlZiI6ImludmVudGVkIiwicm9sZSI6ImFub24ifQ.q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6Ap1Tu0oq8ZtR3w'; // ok: hardcoded-secret
const firebase = { apiKey: 'AIzaSyD3q8ZtR3wLkV5nXeJm7Yd2Hc9Bf4Gs6A', authDomain: 'acme.firebaseapp.com', projectId: 'acme' }; // ok: hardcoded-secret
const dsn = 'https://3f1b2c4d5e6f708192a3b4c5d6e7f809@o12345.ingest.sentry.io/67890'; // ok: hardcoded-secret
const placeholder = 'sk_live_xxxxxxxxxxxxxxxxxxxxxxxx'; // ok: hardcoded-secret
const example = 'sk_live_your_stripe_secret_key_here'; // ok: hardcoded-secret
const local = 'postgresql://postgres:postgres@localhost:5432/app'; // ok: hardcoded-secret
const compose = 'postgresql://app:q8ZtR3wLkV5n@db:5432/app'; // ok: hardcoded-secret
const filled = `postgresql://${process.env.PGUSER}:${process.env.PGPASSWORD}@db.acme.io/app`; // ok: hardcoded-secret
const bankPrefix = (token: string) => token.startsWith('access-sandbox-'); // ok: hardcoded-secret
const isLive = (key: string) => key.startsWith('sk_live_') || key === 'sk_live_51HqInventedKeyForTheFixture7Qw3Zt'; // ok: hardcoded-secret
export { anon, bank, bankPrefix, bucket, compose, database, dsn, example, fallback, filled, firebase, isLive, key, local, mail, model, oldBank, open, placeholder, published, repository, service, stripe, toyBank, trial };
