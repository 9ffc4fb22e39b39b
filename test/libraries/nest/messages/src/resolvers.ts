// packages: @nestjs/common@12.0.0, @nestjs/core@12.0.0, @nestjs/graphql@14.0.0, @nestjs/jwt@12.0.0, @nestjs/websockets@12.0.0, @nestjs/microservices@12.0.0, @prisma/client@6.1.0
import { UseGuards } from '@nestjs/common';
import { Args, Mutation, Query, Resolver, Subscription } from '@nestjs/graphql';
import { PrismaClient } from '@prisma/client';
import { CurrentUser, GqlAuthGuard } from './auth';

const prisma = new PrismaClient();

@Resolver('Post')
export class PostsResolver {
  @Query(() => [String])
  posts() {
    return prisma.post.findMany();
  }

  @UseGuards(GqlAuthGuard)
  @Mutation(() => Boolean, { name: 'publish' })
  async publishPost(@Args('id') id: string, @CurrentUser() user: { id: string }) {
    await prisma.post.update({ where: { id, authorId: user.id }, data: { published: true } });
    return true;
  }

  @Mutation(() => Boolean)
  async removePost(@Args('id') id: string) {
    await prisma.post.delete({ where: { id } });
    return true;
  }

  @Subscription(() => String)
  added() {
    return prisma.post.findMany();
  }
}

@UseGuards(GqlAuthGuard)
@Resolver()
export class AccountResolver {
  @Query(() => String, { name: 'me' })
  account(@CurrentUser() user: { id: string }) {
    return prisma.user.findUnique({ where: { id: user.id } });
  }
}
