// file: next.config.ts
// packages: next@15.0.0
export default {
  env: {
    STRIPE_SECRET: process.env.STRIPE_SECRET_KEY, // expect: server-secret-in-client(error medium)
    APP_URL: process.env.APP_URL, // ok: server-secret-in-client
  },
  serverRuntimeConfig: { secret: process.env.STRIPE_SECRET_KEY }, // ok: server-secret-in-client
};
