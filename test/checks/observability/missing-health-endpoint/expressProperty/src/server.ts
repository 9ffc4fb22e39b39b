import express from 'express';

export class Server {
  private readonly app = express();

  constructor() {
    this.app.get('/orders', (req, res) => res.json([]));
  }
}
