// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, @nestjs/passport@10.0.0, typeorm@0.3.0

// file: written/package.json
{"name": "written", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/passport": "10.0.0", "typeorm": "0.3.0"}}

// file: written/src/app.module.ts
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Repository } from 'typeorm';
@Injectable()
export class Known extends AuthGuard('jwt') {}
@Controller('orders')
export class Orders {
  constructor(private rows: Repository<any>) {}
  // endpoint: GET /orders present AUTHENTICATED (the constant holds its own name)
  @Get() list() { return this.rows.delete({}); }
}
@Module({ controllers: [Orders], providers: [{ provide: 'APP_GUARD', useClass: Known }] })
export class AppModule {}

// file: named/package.json
{"name": "named", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/passport": "10.0.0", "typeorm": "0.3.0"}}

// file: named/src/tokens.ts
export const EVERYWHERE = 'APP_GUARD';

// file: named/src/app.module.ts
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Repository } from 'typeorm';
import { EVERYWHERE } from './tokens';
@Injectable()
export class Known extends AuthGuard('jwt') {}
@Controller('orders')
export class Orders {
  constructor(private rows: Repository<any>) {}
  // endpoint: GET /orders present AUTHENTICATED (a name of the project's own for it)
  @Get() list() { return this.rows.delete({}); }
}
@Module({ controllers: [Orders], providers: [{ provide: EVERYWHERE, useClass: Known }] })
export class AppModule {}

// file: other/package.json
{"name": "other", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@nestjs/passport": "10.0.0", "typeorm": "0.3.0"}}

// file: other/src/app.module.ts
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { Repository } from 'typeorm';
@Injectable()
export class Known extends AuthGuard('jwt') {}
@Controller('orders')
export class Orders {
  constructor(private rows: Repository<any>) {}
  // endpoint: GET /orders absent (nobody asks for what goes by such a name)
  @Get() list() { return this.rows.delete({}); }
}
@Module({ controllers: [Orders], providers: [{ provide: 'GUARD', useClass: Known }] })
export class AppModule {}
