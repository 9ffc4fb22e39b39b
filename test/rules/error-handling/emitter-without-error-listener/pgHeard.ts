// packages: pg@8.13.0, express@5.1.0
import express from 'express';
import { Pool } from 'pg';

class Store {
  private readonly pool = new Pool(); // ok: emitter-without-error-listener
  constructor() {
    this.pool.on('error', (error) => console.error('pool', error));
  }
  list() {
    return this.pool.query('select id from orders limit 20');
  }
}

// An error of a query is not an error of the pool: a comment about pool.on('error') proves nothing.
const store = new Store();
const app = express();
app.get('/orders', async (req, res) => res.json((await store.list()).rows));
app.listen(3000);
