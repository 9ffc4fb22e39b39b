// file: src/auth/auth.module.ts
// packages: @nestjs/common@11.0.0, @nestjs/config@4.0.0, @nestjs/jwt@11.0.0
import { Module } from '@nestjs/common';
import { ConfigService } from '@nestjs/config';
import { JwtModule } from '@nestjs/jwt';

@Module({
  imports: [
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (configService: ConfigService) => ({ secret: configService.get<string>('JWT_SECRET') || 'defaultSecret' }), // expect: secret-fallback-literal
    }),
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ secret: config.get<string>('JWT_REFRESH_SECRET', 'refresh') }), // expect: secret-fallback-literal
    }),
    JwtModule.registerAsync({
      inject: [ConfigService],
      useFactory: (config: ConfigService) => ({ secret: config.getOrThrow<string>('JWT_SECRET') }), // ok: secret-fallback-literal
    }),
  ],
})
export class AuthModule {}
