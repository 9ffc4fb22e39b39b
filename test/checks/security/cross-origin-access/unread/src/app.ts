import express from 'express';
import cors from 'cors';
import { options } from 'somewhere-else';

const app = express();
app.use(cors(options));
