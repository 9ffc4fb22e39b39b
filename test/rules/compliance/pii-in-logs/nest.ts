// file: src/users/users.service.ts
// packages: @nestjs/common@11.0.0, @nestjs/core@11.0.0, nestjs-pino@4.4.0
import { Injectable, Logger } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';

@Injectable()
export class UsersService {
  private readonly logger = new Logger(UsersService.name);

  constructor(private readonly pino: PinoLogger) {}

  create(email: string, id: string): void {
    this.logger.log(`Created ${email}`); // expect: pii-in-logs(warning high)
    this.logger.warn('Created', { email }, 'users'); // expect: pii-in-logs
    this.logger.log(`Created ${id}`); // ok: pii-in-logs
    this.logger.verbose(`Created ${email}`); // expect: pii-in-logs(warning low)
    Logger.error('Failed for ' + email, 'users'); // expect: pii-in-logs
    this.pino.info({ email }, 'created'); // expect: pii-in-logs(warning low)
  }
}
