// file: src/server/orders.ts
// packages: express@5.1.0
// Orders of the shop.
// @ts-nocheck // expect: build-checks-disabled(info high)
import express from 'express';

export const orders = express.Router();
orders.get('/', (request, response) => response.json([]));
