// packages: react-router@7.18.5, @react-router/node@7.18.5, @react-router/dev@7.18.5, drizzle-orm@0.45.0
import { index, layout, prefix, route, type RouteConfig } from '@react-router/dev/routes';
import { flatRoutes } from '@react-router/fs-routes';

export default [
  layout('./features/shell.tsx', [route('reports/:id', './features/report.tsx')]),
  ...prefix('shop', [index('./features/shop.tsx'), route('cart', './features/cart.tsx', [route('items', './features/items.tsx')])]),
  ...(await flatRoutes()),
] satisfies RouteConfig;
