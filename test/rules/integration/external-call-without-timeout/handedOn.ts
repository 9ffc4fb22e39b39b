// packages: hono@4.6.0
import { Hono } from 'hono';

const app = new Hono();

app.all('/studio/*', async (c) => {
  const answer = await fetch(`https://studio.example${c.req.path}`, { method: c.req.method }); // ok: external-call-without-timeout
  return new Response(answer.body, { status: answer.status, headers: answer.headers });
});

app.get('/lines', async () => {
  const answer = await fetch('https://studio.example/lines'); // ok: external-call-without-timeout
  return new Response(answer.body!.pipeThrough(new TextDecoderStream()).pipeThrough(new TextEncoderStream()));
});

app.get('/rates', async (c) => {
  const answer = await fetch('https://rates.example/latest'); // expect: external-call-without-timeout
  return c.json(await answer.json());
});

app.get('/counted', async (c) => {
  const answer = await fetch('https://rates.example/latest'); // expect: external-call-without-timeout
  return new Response(JSON.stringify({ body: answer.body !== null, asked: c.req.path }));
});
