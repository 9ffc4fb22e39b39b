// packages: @nestjs/common@11.0.0, @nestjs/graphql@13.0.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0
import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { AuthGuard } from '@nestjs/passport';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export class BearerGuard extends AuthGuard('jwt') {}

@Resolver()
export class AuthResolver {
  @Mutation(() => Boolean, { name: 'AuthResetPassword' })
  async resetPassword(@Args('token') token: string, @Args('password') password: string) { // ok: missing-auth-guard, inconsistent-auth-posture
    const user = await prisma.user.findUnique({ where: { resetToken: token } });
    await prisma.user.update({ where: { id: user.id }, data: { password } });
    return true;
  }

  @Mutation(() => Boolean, { name: 'AdminResetPassword' })
  async resetPasswordOf(@Args('id') id: string, @Args('password') password: string) { // expect: missing-auth-guard
    await prisma.user.update({ where: { id }, data: { password } });
    return true;
  }
}
