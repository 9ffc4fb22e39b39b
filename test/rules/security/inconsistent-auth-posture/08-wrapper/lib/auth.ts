// packages: next@15.1.0, @prisma/client@6.0.0, next-auth@5.0.0
import { getServerSession } from 'next-auth';

export function withAuth(handler: (request: Request) => Promise<Response>) {
  return async (request: Request) => {
    const session = await getServerSession();
    if (!session) return Response.json({ error: 'Sign in first' }, { status: 401 });
    return handler(request);
  };
}
