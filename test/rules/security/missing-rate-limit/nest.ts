// packages: @nestjs/common@11.0.0, @nestjs/throttler@6.0.0, bcrypt@6.0.0
import { Body, Controller, Injectable, Post, UseGuards } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import * as bcrypt from 'bcrypt';

@Injectable()
export class UsersService {
  async check(password: string, hash: string) {
    return bcrypt.compare(password, hash);
  }
}

@Injectable()
export class SlowGuard extends ThrottlerGuard {}

@Controller('auth')
export class AuthController {
  constructor(private readonly users: UsersService) {}

  @Post('login')
  login(@Body() body: { password: string; hash: string }) { // expect: missing-rate-limit
    return this.users.check(body.password, body.hash);
  }

  @UseGuards(ThrottlerGuard)
  @Post('v2/login')
  limited(@Body() body: { password: string; hash: string }) { // ok: missing-rate-limit
    return this.users.check(body.password, body.hash);
  }

  @UseGuards(SlowGuard)
  @Post('v3/login')
  own(@Body() body: { password: string; hash: string }) { // ok: missing-rate-limit
    return this.users.check(body.password, body.hash);
  }
}
