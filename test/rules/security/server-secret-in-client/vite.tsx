// file: src/lib/ai.tsx
// packages: react@19.0.0, vite@6.0.0
const key = import.meta.env.VITE_OPENAI_API_KEY; // expect: server-secret-in-client(error high)
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ VITE_OPENAI_API_KEY is written into what every visitor downloads
const { VITE_TURSO_AUTH_TOKEN, VITE_API_URL } = import.meta.env; // expect: server-secret-in-client
const admin = import.meta.env['VITE_SUPABASE_SERVICE_ROLE_KEY']; // expect: server-secret-in-client
const login = import.meta.env.VITE_ADMIN_PASSWORD ?? ''; // expect: server-secret-in-client
const anon = import.meta.env.VITE_SUPABASE_ANON_KEY; // ok: server-secret-in-client
const publishable = import.meta.env.VITE_STRIPE_PUBLISHABLE_KEY; // ok: server-secret-in-client
const maps = import.meta.env.VITE_GOOGLE_MAPS_API_KEY; // ok: server-secret-in-client
const mapbox = import.meta.env.VITE_MAPBOX_ACCESS_TOKEN; // ok: server-secret-in-client
const firebase = { apiKey: import.meta.env.VITE_FIREBASE_API_KEY, databaseURL: import.meta.env.VITE_FIREBASE_DATABASE_URL }; // ok: server-secret-in-client
const captcha = import.meta.env.VITE_RECAPTCHA_SITE_KEY; // ok: server-secret-in-client
const flag = import.meta.env.VITE_PASSWORD_LOGIN; // ok: server-secret-in-client
const demo = import.meta.env.VITE_DEMO_PASSWORD; // ok: server-secret-in-client
const store = import.meta.env.VITE_STORAGE_AUTH_TOKEN; // ok: server-secret-in-client
const name = 'import.meta.env.VITE_CLIENT_SECRET'; // ok: server-secret-in-client

export const View = () => <p>{[key, VITE_TURSO_AUTH_TOKEN, VITE_API_URL, admin, login, anon, publishable, maps, mapbox, firebase.apiKey, captcha, flag, demo, store, name].length}</p>;
