// packages: @nestjs/common@11.0.0, @nestjs/platform-fastify@11.0.0
import { Controller, Get, Query } from '@nestjs/common';

@Controller('dogs')
export class DogsController {
  @Get()
  hello(@Query('name') name: string) {
    return `Hello ${name}`; // ok: xss-raw-html
  }
}
