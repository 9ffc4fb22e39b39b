// packages: @nestjs/common@11.0.0, @nestjs/graphql@13.0.0, @nestjs/passport@11.0.0, @prisma/client@6.0.0, jsonwebtoken@9.0.2
import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { PrismaClient } from '@prisma/client';
import { KnownGuard, Wanted } from './guards';

const prisma = new PrismaClient();

@Resolver()
export class ShelvesResolver {
  @Mutation(() => Boolean)
  async emptyShelf(@Args('id', { type: () => String }) id: string) { // expect: missing-auth-guard
    await prisma.shelf.delete({ where: { id } });
    return true;
  }

  @Wanted('keeper')
  @Mutation(() => Boolean)
  async dropShelf(@Args('id', { type: () => String }) id: string) { // ok: missing-auth-guard
    await prisma.shelf.delete({ where: { id } });
    return true;
  }

  @UseGuards(KnownGuard)
  @Mutation(() => Boolean)
  async moveShelf(@Args('id', { type: () => String }) id: string) { // ok: missing-auth-guard
    await prisma.shelf.update({ where: { id }, data: { room: 'back' } });
    return true;
  }

  // Whoever has lost a password is not signed in.
  @Mutation(() => Boolean)
  async requestResetPassword(@Args('email') email: string) { // ok: missing-auth-guard
    await prisma.user.update({ where: { email }, data: { resetAsked: new Date() } });
    return true;
  }
}
