Deno.serve(async (req) => { // ok: missing-auth-guard
  const { city } = await req.json();
  const answer = await fetch(`https://api.weather.example/v1/now?city=${encodeURIComponent(String(city))}`, {
    headers: { Authorization: `Bearer ${Deno.env.get('WEATHER_KEY')}` },
  });
  return Response.json(await answer.json());
});
