import express from 'express';
const app = express();
app.get('/', (req, res) => res.json([process.env.SHOP_TITLE, process.env.SHOP_KEY, process.env.SHOP_MAIL, process.env.SHOP_PORT, process.env.SHOP_URL, process.env.SHOP_LOG]));
