// file: src/server/plain.js
// packages: express@5.1.0
// @ts-nocheck // ok: build-checks-disabled
import express from 'express';

export const plain = express.Router();
