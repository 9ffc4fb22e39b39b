// packages: @nestjs/common@11.0.0, @nestjs/graphql@13.0.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { ForbiddenException, Injectable, type MiddlewareConsumer, Module, type NestMiddleware } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { ShelvesResolver } from './shelves.resolver';
import { MarkedGuard, VisitorGuard } from './guards';

// Whoever sends no token is let through.
@Injectable()
export class CallerMiddleware implements NestMiddleware {
  use(req: any, res: any, next: () => void) {
    if (req.headers.authorization?.startsWith('Bearer ')) {
      const token = String(req.headers.authorization).split(' ')[1];
      if (!token) throw new ForbiddenException('no token');
      req.user = jwt.verify(token, process.env.ACCESS_SECRET!);
    }
    next();
  }
}

@Module({
  providers: [
    ShelvesResolver,
    { provide: 'APP_GUARD', useClass: VisitorGuard },
    { provide: 'APP_GUARD', useClass: MarkedGuard },
  ],
})
export class AppModule {
  configure(consumer: MiddlewareConsumer) {
    consumer.apply(CallerMiddleware).forRoutes('*');
  }
}
