import express, { type Express } from 'express';

export class Server {
	private readonly app: Express;

	constructor() {
		this.app = express();
		this.app.use(express.json());
		this.app.get('/orders', (req, res) => {
			res.json([]);
		});
	}
}
