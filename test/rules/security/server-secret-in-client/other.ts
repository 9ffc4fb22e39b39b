// file: src/keys.ts
// packages: express@5.1.0
import express from 'express';

// Nothing here makes settings of this name public.
export const key = process.env.PUBLIC_PRIVATE_KEY; // ok: server-secret-in-client
export const app = express();
