// packages: @nestjs/config@4.0.0
import { ConfigService } from '@nestjs/config';

export function options(config: ConfigService) {
  const jwtSecret = config.get('jwt') ?? 'changeme'; // expect: secret-fallback-literal
  const region = config.get('region') ?? 'eu-west-1'; // ok: secret-fallback-literal
  const sessionSecretName = config.get('name') ?? 'sid'; // ok: secret-fallback-literal
  return { jwtSecret, region, sessionSecretName };
}
