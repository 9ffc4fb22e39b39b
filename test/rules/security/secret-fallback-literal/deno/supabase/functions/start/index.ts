Deno.serve(async (req) => {
  const stateSecret = Deno.env.get('OAUTH_STATE_SECRET') ?? 'changeme'; // expect: secret-fallback-literal
  const region = Deno.env.get('REGION') ?? 'eu-west-1'; // ok: secret-fallback-literal
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(stateSecret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const signed = await crypto.subtle.sign('HMAC', key, new TextEncoder().encode(req.url));
  return Response.json({ state: btoa(String.fromCharCode(...new Uint8Array(signed))), region });
});
