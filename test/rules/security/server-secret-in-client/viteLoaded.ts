// file: vite.config.ts
// packages: vite@5.0.0
import { defineConfig, loadEnv } from 'vite';

export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), '');
  return {
    define: {
      'process.env': env, // expect: server-secret-in-client
      __ENV__: JSON.stringify({ ...env, mode }), // expect: server-secret-in-client
      'process.env.API_URL': JSON.stringify(env.API_URL), // ok: server-secret-in-client
    },
  };
});
