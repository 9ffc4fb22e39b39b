import express from 'express';
import { z } from 'zod';
import { create, handed, handedFields, replace } from './controller';
import { validate } from './validate';

const app = express();
app.post('/orders', validate(z.object({ sku: z.string() })), create);
app.put('/orders', replace);
app.post('/handed', handed);
app.post('/fields', handedFields);
