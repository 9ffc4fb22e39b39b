import express from 'express';
import cors from 'cors';

const app = express();
// permissive-cors speaks of this one, at its place.
app.use(cors({ origin: true, credentials: true }));
app.use('/public', cors());
