// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/config@3.0.0, @nestjs/jwt@10.0.0, typeorm@0.3.0, axios@1.7.0

// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Accounts, Lists, Partners } from './controllers';
import { NeedsGuard } from './needs.guard';
import { Svc } from './svc';
import { Tokens } from './tokens';
const GlobalNeeds = { provide: APP_GUARD, useClass: NeedsGuard };
const own = [Svc, Tokens];
@Module({ controllers: [Accounts, Lists, Partners], providers: [...own, GlobalNeeds] })
export class AppModule {}

// file: src/needs.guard.ts
import { CanActivate, ExecutionContext, ForbiddenException, Injectable, SetMetadata, UnauthorizedException, applyDecorators } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Svc } from './svc';
import { Tokens } from './tokens';
const NEEDS = 'needs';
export const Needs = (role: string) => applyDecorators(SetMetadata(NEEDS, role));
@Injectable()
export class BearerGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}
  async canActivate(context: ExecutionContext, lenient?: boolean) {
    const request = context.switchToHttp().getRequest();
    const { authorization } = request.headers;
    const token = authorization ? authorization.split('Bearer ')[1] : '';
    if (token) {
      const { userId } = this.tokens.verify(token);
      request.userId = userId;
    }
    if (!lenient && !token) throw new UnauthorizedException('no token');
    return true;
  }
}
@Injectable()
export class LenientGuard extends BearerGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context, true);
  }
}
@Injectable()
export class FirmGuard extends BearerGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context, false);
  }
}
@Injectable()
export class EitherGuard extends BearerGuard {
  isLenient = readMode();
  async canActivate(context: ExecutionContext) {
    await super.canActivate(context, this.isLenient);
    return true;
  }
}
declare function readMode(): boolean;
export class AskedGuard implements CanActivate {
  constructor(private readonly tokens: Tokens) {}
  async canActivate(context: ExecutionContext, strict = false) {
    const request = context.switchToHttp().getRequest();
    const token = request.headers.authorization?.split('Bearer ')[1];
    if (token) request.userId = this.tokens.verify(token).userId;
    if (strict && !token) throw new UnauthorizedException('no token');
    return true;
  }
}
@Injectable()
export class StrictGuard extends AskedGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context, true);
  }
}
@Injectable()
export class UsualGuard extends AskedGuard {
  async canActivate(context: ExecutionContext) {
    return super.canActivate(context);
  }
}
@Injectable()
export class NeedsGuard extends BearerGuard {
  constructor(
    private readonly reflector: Reflector,
    private readonly svc: Svc,
    tokens: Tokens,
  ) {
    super(tokens);
  }
  async canActivate(context: ExecutionContext) {
    const request = context.switchToHttp().getRequest();
    const role = this.reflector.getAllAndOverride<string>(NEEDS, [context.getClass(), context.getHandler()]);
    await super.canActivate(context, true);
    if (!role) {
      return true;
    }
    if (!request.userId) throw new UnauthorizedException('sign in');
    const user = await this.svc.user(request.userId);
    if (!user) throw new UnauthorizedException('sign in');
    const roles: Record<string, boolean> = { user: !!user, admin: user.admin };
    if (!roles[role]) throw new ForbiddenException('not you');
    return true;
  }
}

// file: src/controllers.ts
import { Body, Controller, Delete, Post, UseGuards } from '@nestjs/common';
import { BearerGuard, EitherGuard, FirmGuard, LenientGuard, Needs, StrictGuard, UsualGuard } from './needs.guard';
import { BasicGuard, KeyGuard, OwnConfigGuard, PortGuard, SenderGuard } from './keys';
import { Svc } from './svc';
@Controller('lists')
export class Lists {
  constructor(private svc: Svc) {}
  // endpoint: POST /lists/1 present AUTHENTICATED (marked)
  @Needs('admin') @Post('1') marked() { return this.svc.wipe(); }
  // endpoint: POST /lists/2 absent (the guard for all asks of marked ones, and tells the one that it builds on to be lenient)
  @Post('2') unmarked() { return this.svc.wipe(); }
  // endpoint: POST /lists/3 present AUTHENTICATED
  @UseGuards(BearerGuard) @Post('3') bearer() { return this.svc.wipe(); }
  // endpoint: POST /lists/4 absent OPTIONAL (told to be lenient)
  @UseGuards(LenientGuard) @Post('4') lenient() { return this.svc.wipe(); }
  // endpoint: POST /lists/5 present AUTHENTICATED (told not to be)
  @UseGuards(FirmGuard) @Post('5') firm() { return this.svc.wipe(); }
  // endpoint: POST /lists/6 unknown (nobody can tell what it is told)
  @UseGuards(EitherGuard) @Post('6') either() { return this.svc.wipe(); }
  // endpoint: POST /lists/7 present AUTHENTICATED (told to insist)
  @UseGuards(StrictGuard) @Post('7') strict() { return this.svc.wipe(); }
  // endpoint: POST /lists/8 absent OPTIONAL (told nothing, and lenient then)
  @UseGuards(UsualGuard) @Post('8') usual() { return this.svc.wipe(); }
}
@Controller('partners')
export class Partners {
  constructor(private svc: Svc) {}
  // endpoint: POST /partners/1 present SECRET
  @UseGuards(KeyGuard) @Post('1') key() { return this.svc.wipe(); }
  // endpoint: POST /partners/2 present SECRET (settings of a class of the project that builds on that of the package)
  @UseGuards(OwnConfigGuard) @Post('2') own() { return this.svc.wipe(); }
  // endpoint: POST /partners/3 present SECRET
  @UseGuards(BasicGuard) @Post('3') basic() { return this.svc.wipe(); }
  // endpoint: POST /partners/4 absent (a setting that lets nobody in)
  @UseGuards(PortGuard) @Post('4') port() { return this.svc.wipe(); }
  // endpoint: POST /partners/5 unknown (the service that sent the message is asked whether it did)
  @UseGuards(SenderGuard) @Post('5') sender() { return this.svc.wipe(); }
}
@Controller('accounts')
export class Accounts {
  constructor(private svc: Svc) {}
  // endpoint: POST /accounts/recovery public
  @Post('recovery') sendRecovery(@Body('email') email: string) { return this.svc.wipeOf(email); }
  // endpoint: POST /accounts/verification public
  @Post('verification') sendVerification(@Body('email') email: string) { return this.svc.wipeOf(email); }
  // endpoint: DELETE /accounts/recovery absent (nobody comes in by that)
  @Delete('recovery') dropRecovery(@Body('email') email: string) { return this.svc.wipeOf(email); }
}

// file: src/keys.ts
import { CanActivate, ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { OwnConfig } from './own.config';
import { Senders } from './senders';
@Injectable()
export class KeyGuard implements CanActivate {
  constructor(private readonly config: ConfigService) {}
  canActivate(context: ExecutionContext) {
    const apiKey = this.config.getOrThrow('PARTNER_API_KEY');
    const { secret } = context.switchToHttp().getRequest().headers;
    if (!secret || secret !== apiKey) throw new UnauthorizedException('no');
    return true;
  }
}
@Injectable()
export class OwnConfigGuard implements CanActivate {
  constructor(private readonly config: OwnConfig) {}
  canActivate(context: ExecutionContext) {
    const apiKey = this.config.get('PARTNER_API_KEY');
    const { secret } = context.switchToHttp().getRequest().headers;
    if (!secret || secret !== apiKey) throw new UnauthorizedException('no');
    return true;
  }
}
@Injectable()
export class BasicGuard implements CanActivate {
  constructor(private readonly config: ConfigService) {}
  canActivate(context: ExecutionContext) {
    const username = this.config.get('partner.username');
    const password = this.config.get('partner.password');
    const { authorization } = context.switchToHttp().getRequest().headers;
    const hash = authorization ? authorization.split('Basic ')[1] : '';
    if (!hash) throw new UnauthorizedException('no');
    const [name, pass] = Buffer.from(hash, 'base64').toString('utf-8').split(':');
    if (name !== username || pass !== password) throw new UnauthorizedException('no');
    return true;
  }
}
@Injectable()
export class PortGuard implements CanActivate {
  constructor(private readonly config: ConfigService) {}
  canActivate(context: ExecutionContext) {
    const port = this.config.get('PORT');
    const { version } = context.switchToHttp().getRequest().query;
    if (version !== port) throw new UnauthorizedException('no');
    return true;
  }
}
export class SenderGuard implements CanActivate {
  constructor(private readonly senders: Senders) {}
  async canActivate(context: ExecutionContext) {
    const { body, headers } = context.switchToHttp().getRequest();
    await this.senders.verifyWebhookSignature(body, headers);
    return true;
  }
}

// file: src/own.config.ts
import { Injectable } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
@Injectable()
export class OwnConfig extends ConfigService<{ PARTNER_API_KEY: string }, true> {
  constructor() {
    super();
  }
}

// file: src/senders.ts
import { BadRequestException, Injectable } from '@nestjs/common';
import axios from 'axios';
@Injectable()
export class Senders {
  async verifyWebhookSignature(body: unknown, headers: Record<string, string>) {
    const { data } = await axios.post('https://payments.example/verify', { event: body, transmission: headers['transmission-sig'] });
    if (data.status !== 'SUCCESS') throw new BadRequestException('not from there');
    return data;
  }
}

// file: src/svc.ts
import { Injectable } from '@nestjs/common';
import { Repository } from 'typeorm';
@Injectable()
export class Svc {
  constructor(private repo: Repository<any>) {}
  wipe() { return this.repo.delete({}); }
  wipeOf(email: string) { return this.repo.delete({ email }); }
  user(id: string) { return this.repo.findOneBy({ id }); }
}

// file: src/tokens.ts
import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
@Injectable()
export class Tokens {
  constructor(private jwt: JwtService) {}
  verify(token: string): { userId: string } { return this.jwt.verify(token); }
}
