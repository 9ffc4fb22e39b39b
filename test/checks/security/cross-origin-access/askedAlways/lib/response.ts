const corsHeaders = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': 'authorization' };

export function success(data: unknown, cors = true) {
  return Response.json(data, { headers: { ...(cors && corsHeaders), 'Cache-Control': 'no-store' } });
}

export function failure({ message, cors = true }: { message: string; cors?: boolean }) {
  return Response.json({ message }, { status: 400, headers: cors ? corsHeaders : {} });
}

export function made(data: unknown, { cors = true }: { cors?: boolean } = {}) {
  return Response.json(data, { status: 201, headers: { ...(cors && corsHeaders) } });
}
