const Router = require('koa-router');

const items = new Router();
items.post('/', (ctx) => {
  ctx.body = ctx.request.body;
});
module.exports = items;
