import express from 'express';
import { enter, enterAtOnce, enterByAnyCode, enterByCode } from './enter';

const app = express();
app.use(express.json());
app.post('/enter', enter);
app.post('/enter-at-once', enterAtOnce);
app.post('/enter-by-code', enterByCode);
app.post('/enter-by-any-code', enterByAnyCode);
app.listen(3000);
