export function registerRoutes(app, routes) {
  for (const { method, path, middleware, handler } of routes) {
    if (middleware) app[method](path, ...middleware, handler); // ok: missing-auth-guard
    else app[method](path, handler); // ok: missing-auth-guard
  }
}
