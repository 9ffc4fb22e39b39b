// packages: @nestjs/common@11.0.0, @nestjs/passport@11.0.0, @nestjs/throttler@6.0.0, passport-local@1.0.0
import { Controller, Post, Request, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { ThrottlerGuard } from '@nestjs/throttler';

export class LocalAuthGuard extends AuthGuard('local') {}
export class BearerGuard extends AuthGuard('jwt') {}

@Controller('auth')
export class AuthController {
  @UseGuards(LocalAuthGuard)
  @Post('login')
  login(@Request() request) { // expect: missing-rate-limit
    return { user: request.user };
  }

  @UseGuards(AuthGuard('local'))
  @Post('v2/login')
  directly(@Request() request) { // expect: missing-rate-limit
    return { user: request.user };
  }

  @UseGuards(ThrottlerGuard, LocalAuthGuard)
  @Post('v4/login')
  limited(@Request() request) { // ok: missing-rate-limit
    return { user: request.user };
  }

  @UseGuards(BearerGuard)
  @Post('v5/login')
  renewed(@Request() request) { // ok: missing-rate-limit
    return { user: request.user };
  }
}
