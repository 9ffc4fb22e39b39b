// file: nuxt.config.ts
// packages: nuxt@4.0.0
export default defineNuxtConfig({
  runtimeConfig: {
    apiSecret: process.env.API_SECRET, // ok: server-secret-in-client
    public: {
      apiSecret: process.env.API_SECRET, // expect: server-secret-in-client
      base: process.env.API_BASE, // ok: server-secret-in-client
    },
  },
});
