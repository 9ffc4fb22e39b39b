// file: src/routes/api/files/serve.ts
// packages: @tanstack/react-start@1.130.0, @tanstack/react-router@1.130.0
import { createFileRoute } from '@tanstack/react-router';

const base = process.env.BACKEND_URL!;

// Where it is called from it may begin with a host: `//internal.example/`. Most routes have a beginning of their own.
async function proxied(request: Request) {
  const target = new URL(request.url);
  return fetch(new URL(`${target.pathname}${target.search}`, base)); // expect: ssrf(warning low)
}

async function led(request: Request) {
  const { searchParams } = new URL(request.url);
  return fetch(new URL(searchParams.get('to')!, base)); // expect: ssrf
}

export const Route = createFileRoute('/api/files/serve')({
  server: {
    handlers: {
      GET: async ({ request }) => await proxied(request),
      POST: async ({ request }) => await led(request),
      // It begins with /api/files: no host can stand there.
      PUT: async ({ request }) => fetch(new URL(new URL(request.url).pathname, base)), // ok: ssrf
    },
  },
});
