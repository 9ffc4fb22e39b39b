import { ConfigService } from '@nestjs/config';

export const settings = () => ({
  jwt: process.env.JWT_SECRET || 'not-so-secret', // ok: secret-fallback-literal
  cookie: process.env.COOKIE_SECRET || 'not-so-secret', // ok: secret-fallback-literal
  session: process.env.SESSION_SECRET || 'not-so-secret', // expect: secret-fallback-literal
  refresh: process.env.JWT_REFRESH_SECRET || 'not-so-secret', // expect: secret-fallback-literal
});

export class Tokens {
  constructor(private readonly config: ConfigService) {}

  key(): string {
    return this.config.get<string>('jwt.secret') ?? 'not-so-secret'; // ok: secret-fallback-literal
  }

  other(): string {
    return this.config.get<string>('session.secret') ?? 'not-so-secret'; // expect: secret-fallback-literal
  }
}
