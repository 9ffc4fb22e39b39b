import { Module } from '@nestjs/common';
import { APP_GUARD, APP_PIPE, Reflector } from '@nestjs/core';
import { ScopesGuard, SignedIn } from './guards';
import { StrictPipe } from './pipe';
import { ShelvesController, StockController } from './stock.controller';

@Module({
  controllers: [StockController],
  providers: [
    { provide: APP_PIPE, useClass: StrictPipe },
    { provide: APP_GUARD, useFactory: (reflector: Reflector) => new SignedIn(reflector), inject: [Reflector] },
    { provide: APP_GUARD, useClass: ScopesGuard },
  ],
})
export class AppModule {}

@Module({ controllers: [ShelvesController] })
export class ShelvesModule {}
