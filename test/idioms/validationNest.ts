// packages: @nestjs/common@10.4.0, @nestjs/core@10.4.0, class-validator@0.14.0, zod@3.23.0, nestjs-zod@4.0.0, @prisma/client@6.1.0

// file: apps/none/package.json
{"name": "none", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0", "class-validator": "0.14.0", "zod": "3.23.0"}}

// file: apps/none/src/app.ts
import { Body, Controller, Module, ParseIntPipe, PipeTransform, Post, Put, Patch, Param, UsePipes, ValidationPipe, BadRequestException, Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { IsString } from 'class-validator';
import { z, ZodSchema } from 'zod';
const db = new PrismaClient();
const Schema = z.object({ title: z.string() });
export class PostDto { @IsString() title!: string; }
@Injectable()
export class ZodPipe implements PipeTransform { constructor(private schema: ZodSchema) {} transform(value: unknown) { const parsed = this.schema.safeParse(value); if (!parsed.success) throw new BadRequestException(); return parsed.data; } }
@Controller('none')
export class NoneController {
  // endpoint: POST /none unvalidated
  @Post() create(@Body() dto: PostDto) { return db.post.create({ data: dto }); }
  // endpoint: PUT /none validated
  @Put() @UsePipes(new ValidationPipe()) replace(@Body() dto: PostDto) { return db.post.create({ data: dto }); }
  // endpoint: PATCH /none validated
  @Patch() change(@Body(new ValidationPipe({ whitelist: true })) dto: PostDto) { return db.post.create({ data: dto }); }
  // endpoint: POST /none/zod validated
  @Post('zod') zod(@Body(new ZodPipe(Schema)) dto: z.infer<typeof Schema>) { return db.post.create({ data: dto }); }
  // endpoint: POST /none/id/:id unvalidated (the pipe is for the address)
  @Post('id/:id') id(@Param('id', new ZodPipe(z.string())) id: string, @Body() body: any) { return db.post.update({ where: { id }, data: body }); }
  // endpoint: POST /none/parse validated
  @Post('parse') parse(@Body() body: unknown) { return db.post.create({ data: Schema.parse(body) }); }
  // endpoint: PUT /none/:id unvalidated (only the id)
  @Put(':id') byId(@Param('id', ParseIntPipe) id: number, @Body() body: any) { return db.post.update({ where: { id }, data: body }); }
}
@Module({ controllers: [NoneController] })
export class AppModule {}
async function bootstrap() { const app = await NestFactory.create(AppModule); await app.listen(3000); }
bootstrap();

// file: apps/all/package.json
{"name": "all", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0", "class-validator": "0.14.0"}}

// file: apps/all/src/app.ts
import { Body, Controller, Module, Post, Put, Patch, Delete, ValidationPipe } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { IsString } from 'class-validator';
const db = new PrismaClient();
export class PostDto { @IsString() title!: string; }
interface Loose { title: string }
@Controller('all')
export class AllController {
  // endpoint: POST /all validated
  @Post() create(@Body() dto: PostDto) { return db.post.create({ data: dto }); }
  // endpoint: PUT /all unvalidated (the pipe looks at classes alone)
  @Put() any(@Body() dto: any) { return db.post.create({ data: dto }); }
  // endpoint: PATCH /all unvalidated (interfaces are gone when it runs)
  @Patch() loose(@Body() dto: Loose) { return db.post.create({ data: dto }); }
  // endpoint: DELETE /all unvalidated
  @Delete() inline(@Body() dto: { title: string }) { return db.post.create({ data: dto }); }
}
@Module({ controllers: [AllController] })
export class AppModule {}
async function bootstrap() { const app = await NestFactory.create(AppModule); app.useGlobalPipes(new ValidationPipe({ whitelist: true })); await app.listen(3000); }
bootstrap();

// file: apps/provided/package.json
{"name": "provided", "dependencies": {"@nestjs/common": "10.4.0", "@nestjs/core": "10.4.0", "@prisma/client": "6.1.0", "class-validator": "0.14.0"}}

// file: apps/provided/src/app.ts
import { Body, Controller, Module, Post, ValidationPipe } from '@nestjs/common';
import { APP_PIPE } from '@nestjs/core';
import { PrismaClient } from '@prisma/client';
import { IsString } from 'class-validator';
const db = new PrismaClient();
export class PostDto { @IsString() title!: string; }
@Controller('provided')
export class ProvidedController {
  // endpoint: POST /provided validated
  @Post() create(@Body() dto: PostDto) { return db.post.create({ data: dto }); }
}
@Module({ controllers: [ProvidedController], providers: [{ provide: APP_PIPE, useClass: ValidationPipe }] })
export class AppModule {}
