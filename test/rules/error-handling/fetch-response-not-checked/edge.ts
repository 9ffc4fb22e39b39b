// file: supabase/functions/rates/index.ts
Deno.serve(async () => {
  const response = await fetch('https://rates.example.com'); // expect: fetch-response-not-checked
  const { rates } = await response.json();
  return new Response(JSON.stringify({ rate: rates.EUR }));
});
