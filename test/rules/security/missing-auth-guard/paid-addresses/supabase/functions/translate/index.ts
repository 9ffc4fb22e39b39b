// A model that is asked with fetch is paid for like one that is asked with its library.
Deno.serve(async (req) => { // expect: missing-auth-guard
  const { text } = await req.json();
  const answer = await fetch('https://ai.gateway.lovable.dev/v1/chat/completions', {
    method: 'POST',
    headers: { Authorization: `Bearer ${Deno.env.get('LOVABLE_API_KEY')}` },
    body: JSON.stringify({ model: 'google/gemini-2.5-flash', messages: [{ role: 'user', content: String(text) }] }),
  });
  return Response.json(await answer.json());
});
