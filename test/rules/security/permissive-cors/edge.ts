// file: supabase/functions/orders/index.ts
const corsHeaders = {
  'Access-Control-Allow-Origin': '*', // ok: permissive-cors
  'Access-Control-Allow-Headers': 'authorization, x-client-info, apikey, content-type',
};
const fromSetting = {
  'Access-Control-Allow-Origin': Deno.env.get('SITE_URL') || '*', // expect: permissive-cors(warning medium)
  'Access-Control-Allow-Headers': 'authorization, content-type',
};
function headersFor(request: Request) {
  return {
    'Access-Control-Allow-Origin': request.headers.get('origin') ?? '*', // expect: permissive-cors(error medium)
    'Access-Control-Allow-Credentials': 'true',
  };
}

Deno.serve((request) => new Response('ok', { headers: { ...corsHeaders, ...fromSetting, ...headersFor(request) } }));
