export const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
