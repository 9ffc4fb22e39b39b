import express from 'express';
import { registerRoutes } from './register';
import { orderRoutes } from './routes';

const app = express();
registerRoutes(app, orderRoutes); // ok: missing-auth-guard
app.listen(3000);
