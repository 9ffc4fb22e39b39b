import { sql } from '@vercel/postgres';
import jwt from 'jsonwebtoken';

/** A server as the web describes one. */
export default {
  async fetch(request) {
    try {
      jwt.verify(request.headers.get('authorization') ?? '', process.env.JWT_SECRET!);
    } catch {
      return new Response('no', { status: 401 });
    }
    const { id } = await request.json();
    await sql`update orders set refunded = true where id = ${id}`;
    return Response.json({});
  },
};
