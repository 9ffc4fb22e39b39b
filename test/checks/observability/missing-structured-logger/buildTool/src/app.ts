import express from 'express';
import { pages } from './pages';

const app = express();
app.get('/a', (req, res) => { console.log('a', req.path); res.json({}); });
app.get('/b', (req, res) => { console.log('b', req.path); res.json({}); });
app.get('/c', (req, res) => { console.log('c', req.path); res.json({}); });
app.get('/d', (req, res) => { console.log('d', req.path); console.warn('d'); res.json({}); });
app.get('/e', (req, res) => { console.log('e', req.path); console.warn('e'); res.json({}); });
app.use((await pages()).middlewares);
console.log('ready');
app.listen(3000);
