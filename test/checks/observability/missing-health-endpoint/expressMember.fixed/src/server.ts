import express, { type Express } from 'express';

export class Server {
	private readonly app: Express;

	constructor() {
		this.app = express();

		this.app.get('/healthz', (_req, res) => {
			res.json({ status: 'ok' });
		});

		this.app.use(express.json());
		this.app.get('/orders', (req, res) => {
			res.json([]);
		});
	}
}
