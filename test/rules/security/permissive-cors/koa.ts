// packages: koa@3.0.0, @koa/cors@5.0.0
import Koa from 'koa';
import cors from '@koa/cors';

const app = new Koa();
// Its star becomes the address of whoever asks as soon as cookies are let through.
app.use(cors({ credentials: true })); // expect: permissive-cors(error medium)
app.use(cors({ origin: '*', credentials: true })); // expect: permissive-cors
app.use(cors({ origin: 'https://example.com', credentials: true })); // ok: permissive-cors
app.use(cors({ origin: (ctx) => ctx.get('Origin'), credentials: true })); // expect: permissive-cors
app.use(cors()); // ok: permissive-cors
