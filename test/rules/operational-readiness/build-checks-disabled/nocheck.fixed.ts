// Orders of the shop.
import express from 'express';

export const orders = express.Router();
orders.get('/', (request, response) => response.json([]));
