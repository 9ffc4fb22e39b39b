const corsHeaders = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };
Deno.serve(() => new Response('ok', { headers: corsHeaders }));
