import express from 'express';
const app = express();
app.get('/', (req, res) => res.send(process.env.SHOP_TITLE + process.env.SHOP_KEY + process.env.SHOP_MAIL));
