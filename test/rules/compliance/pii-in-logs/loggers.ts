// file: src/log.ts
// packages: pino@10.1.0, winston@3.18.0, bunyan@2.0.5, tslog@4.9.3, consola@3.4.2, loglevel@1.9.2, log4js@6.9.1, signale@1.4.0, @axiomhq/logging@0.4.1, @sentry/node@10.0.0, express@5.1.0
import { Logger as AxiomLogger } from '@axiomhq/logging';
import bunyan from 'bunyan';
import { consola } from 'consola';
import log4js from 'log4js';
import loglevel from 'loglevel';
import pino from 'pino';
import signale from 'signale';
import { Logger } from 'tslog';
import winston from 'winston';
import * as Sentry from '@sentry/node';

const redact = winston.format((info) => info);
const plain = pino();
const careful = pino({ redact: ['email', '*.password'] });
const options = { redact: { paths: ['email'] } };
const alsoCareful = pino(options).child({ part: 'login' });
const lines = winston.createLogger({ format: winston.format.json() });
const clean = winston.createLogger({ format: winston.format.combine(redact(), winston.format.json()) });
const bun = bunyan.createLogger({ name: 'app' });
const masking = new Logger({ maskValuesOfKeys: ['email'] });
const open = new Logger();
const axiom = new AxiomLogger({ transports: [] });

export function signIn(email: string, password: string, error: Error): void {
  plain.info({ email }, 'signed in'); // expect: pii-in-logs(warning high)
  plain.info(`signed in ${email}`); // expect: pii-in-logs(warning high)
  plain.info('signed in %s', email); // expect: pii-in-logs(warning high)
  plain.info('signed in', { email }); // ok: pii-in-logs
  plain.debug({ password }, 'signed in'); // expect: pii-in-logs(error low)
  plain.child({ part: 'x' }).warn({ email }, 'slow'); // expect: pii-in-logs
  careful.info({ email }, 'signed in'); // ok: pii-in-logs
  careful.info({ email }, `signed in ${email}`); // expect: pii-in-logs
  alsoCareful.error({ email }, 'failed'); // ok: pii-in-logs
  lines.info('signed in', { email }); // expect: pii-in-logs(warning high)
  lines.log('info', 'signed in', { email }); // expect: pii-in-logs
  lines.log({ level: 'info', message: 'signed in', email }); // expect: pii-in-logs
  clean.info('signed in', { email }); // ok: pii-in-logs
  bun.info({ email }, 'signed in'); // expect: pii-in-logs
  masking.info('signed in', { email }); // ok: pii-in-logs
  open.info('signed in', { email }); // expect: pii-in-logs
  axiom.info('signed in', { email }); // expect: pii-in-logs
  axiom.with({ part: 'x' }).error('failed', { email }); // expect: pii-in-logs
  consola.success('signed in', email); // expect: pii-in-logs
  loglevel.info('signed in', email); // expect: pii-in-logs
  log4js.getLogger().info('signed in', email); // expect: pii-in-logs
  signale.info('signed in', email); // expect: pii-in-logs
  Sentry.captureException(error, { extra: { email } }); // expect: pii-in-logs(warning low)
  Sentry.captureMessage(`failed for ${email}`); // expect: pii-in-logs(warning high)
  Sentry.logger.info('signed in', { email }); // expect: pii-in-logs(warning low)
  Sentry.setUser({ email }); // ok: pii-in-logs
}
