// file: vite.config.ts
// packages: vite@5.0.0
import { defineConfig } from 'vite';
export default defineConfig({
  define: {
    'process.env': process.env, // expect: server-secret-in-client(error medium)
  },
});
