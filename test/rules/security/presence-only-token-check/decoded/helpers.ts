// packages: hono@4.6.0, express@4.21.0, jsonwebtoken@9.0.2, @prisma/client@6.1.0
/** The middle of a token, whoever wrote it. */
export class Tokens {
  static payloadOf(token: string): Record<string, unknown> {
    const parts = token.split('.');
    if (parts.length !== 3) throw new Error('no token');
    const text = atob(parts[1]!);
    return JSON.parse(text);
  }
}
