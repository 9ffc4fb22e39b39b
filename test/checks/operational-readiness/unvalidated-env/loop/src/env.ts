const required = ['DATABASE_URL', 'STRIPE_KEY', 'JWT_SECRET'];

export function checkEnv(): void {
  const missing = required.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`Missing settings: ${missing.join(', ')}`);
}
