const MODELS = 'https://generativelanguage.googleapis.com/v1beta/openai';

Deno.serve(async (req) => { // expect: missing-auth-guard
  const { text } = await req.json();
  const answer = await fetch(`${MODELS}/chat/completions`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${Deno.env.get('GEMINI_API_KEY')}` },
    body: JSON.stringify({ model: 'gemini-2.0-flash', messages: [{ role: 'user', content: String(text) }] }),
  });
  return Response.json(await answer.json());
});
