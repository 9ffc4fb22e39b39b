import { ZodError } from 'npm:zod@4.6.7';
import { corsHeaders } from './cors.ts';

/** A failure that the caller may read about. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

function reply(req: Request, status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { ...corsHeaders(req), 'Content-Type': 'application/json' },
  });
}

/** Answers preflights, sends what the function returns as JSON, and turns what it throws into an answer without details. */
export function handle(name: string, run: (req: Request) => Promise<unknown>): (req: Request) => Promise<Response> {
  return async (req) => {
    if (req.method === 'OPTIONS') return new Response('ok', { headers: corsHeaders(req) });
    try {
      return reply(req, 200, await run(req));
    } catch (err) {
      if (err instanceof HttpError) return reply(req, err.status, { error: err.message });
      if (err instanceof ZodError || err instanceof SyntaxError) return reply(req, 400, { error: 'Invalid request' });
      const requestId = crypto.randomUUID();
      console.error(JSON.stringify({ level: 'error', function: name, requestId, error: String(err) }));
      return reply(req, 500, { error: 'Internal server error', requestId });
    }
  };
}
