// Nothing is registered by these, whatever their parameters are called.
exports.load = (api) => api.get('/items');
exports.save = (server, body) => server.settings.post('/items', body);
exports.listen = (app) => app.listen(3001);
