// file: vite.config.ts
// packages: vite@5.0.0
import { defineConfig, loadEnv } from 'vite';
export default defineConfig(({ mode }) => {
  const env = loadEnv(mode, process.cwd(), 'VITE_');
  const own = loadEnv(mode, process.cwd());
  return { define: { 'process.env': env, 'import.meta.env.own': JSON.stringify(own), 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV), all: JSON.stringify({ ...env, MODE: mode }) } }; // ok: server-secret-in-client
});
