// packages: koa@2.15.3, koa-router@12.0.1
const Koa = require('koa');

const app = new Koa();
require('./mount')(app);
app.listen(3000);
