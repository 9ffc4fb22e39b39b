// file: app/api/cron/route.ts
// packages: next@15.0.0
export async function POST(request: Request) {
  const given = request.headers.get('x-cron');
  const isKnown = given !== null && given === process.env.NEXT_PUBLIC_CRON_SECRET; // expect: server-secret-in-client(warning medium)
  return Response.json({ isKnown, own: given === process.env.CRON_SECRET }); // ok: server-secret-in-client
}
