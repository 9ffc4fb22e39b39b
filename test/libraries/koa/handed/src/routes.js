const items = require('./items');

module.exports = (router) => {
  router
    .get('/health', async (ctx) => {
      ctx.body = 'ok';
    })
    .use('/items', items.routes());
};
