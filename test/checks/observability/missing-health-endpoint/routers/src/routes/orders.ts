import { Router } from 'express';

export const orders = Router();
orders.get('/', (req, res) => res.json([]));
orders.get('/:id', (req, res) => res.json({}));
