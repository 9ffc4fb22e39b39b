export async function POST() {
  return new Response('ok', { headers: { 'Access-Control-Allow-Origin': '*' } });
}
