// file: src/lib/api.ts
// packages: @sveltejs/kit@2.0.0, svelte@5.0.0
import { PUBLIC_API_SECRET, PUBLIC_API_URL } from '$env/static/public'; // expect: server-secret-in-client(error medium)

export const api = { secret: PUBLIC_API_SECRET, url: PUBLIC_API_URL }; // ok: server-secret-in-client
