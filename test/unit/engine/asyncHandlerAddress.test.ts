import assert from 'node:assert/strict';
import { openLive, type LiveProject } from './liveProject';

const app = (mounts: string): string => `import express from 'express';
import { products } from './products';
const app = express();
${mounts}
app.listen(3000);
`;

const products = `import { Router } from 'express';
import { findOne } from './handlers';
export const products = Router();
products.get('/', async (req, res) => res.json(await load()));
products.route('/:id').get(findOne).put(async (req, res) => res.json(await load()));
products.use(async (req, res, next) => { req.shop = await load(); next(); });
`;

const handlers = `export async function findOne(req, res) {
  res.json(await load(req.params.id));
}
`;

function open(mounts: string): Promise<LiveProject> {
  return openLive({
    'package.json': JSON.stringify({ dependencies: { express: '4.21.2' } }),
    'src/app.ts': app(mounts),
    'src/products.ts': products,
    'src/handlers.ts': handlers,
  });
}

/** Who is said to fail, by line, with the fingerprint if that is asked for. */
function told({ session }: LiveProject): string[] {
  return session
    .project()
    .findings.filter(({ rule }) => rule === 'unhandled-async-handler')
    .map(({ location, message }) => `${location.line} ${message.slice(0, message.indexOf(': '))}`);
}

const prints = ({ session }: LiveProject): string[] =>
  session
    .project()
    .findings.filter(({ rule }) => rule === 'unhandled-async-handler')
    .map(({ fingerprint }) => fingerprint);

describe('The address in messages on async handlers', () => {
  it('is the full one where one is known, for handlers of other files too', async () => {
    assert.deepEqual(told(await open("app.use('/api/products', products);")), [
      '4 GET /api/products',
      '5 GET /api/products/:id',
      '5 PUT /api/products/:id',
      '6 products.use',
    ]);
  });

  it('is the one that is written where a router is mounted twice', async () => {
    assert.deepEqual(told(await open("app.use('/api/products', products);\napp.use('/v2/products', products);")), [
      '4 GET /',
      "5 products.route('/:id').get",
      "5 products.route('/:id').get(findOne).put",
      '6 products.use',
    ]);
  });

  it('follows the place where the router is mounted, and the finding stays the same', async () => {
    const live = await open("app.use('/api/products', products);");
    const before = prints(live);
    live.session.setText('src/products.ts', products, 1);
    live.type('src/app.ts', '/api/products', '/shop/goods');
    await live.session.settle();
    assert.equal(told(live)[0], '4 GET /shop/goods');
    assert.deepEqual(prints(live), before);
    live.type('src/app.ts', "app.use('/shop/goods', products);", "app.use('/shop/goods', products);\napp.use('/goods', products);");
    await live.session.settle();
    assert.equal(told(live)[0], '4 GET /');
    assert.deepEqual(prints(live), before);
  });
});
