const Router = require('koa-router');

const router = new Router();
require('./routes')(router);

// The application is handed in.
module.exports = (app) => {
  app.use(router.routes()).use(router.allowedMethods());
};
