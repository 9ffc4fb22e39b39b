// file: src/server/orders.ts
// packages: express@5.1.0
import express from 'express';
// @ts-nocheck means nothing down here.
export const orders = express.Router(); // ok: build-checks-disabled
orders.get('/', (request, response) => response.json({ note: '// @ts-nocheck' }));
