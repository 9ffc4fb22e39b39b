// packages: @nestjs/common@11.0.0
import { Controller, Get, Header, Param, ParseIntPipe, Query } from '@nestjs/common';

@Controller('cats')
export class CatsController {
  @Get('hello')
  hello(@Query('name') name: string) {
    return `<h1>Hello ${name}</h1>`; // expect: xss-raw-html
  }

  @Get('plain')
  @Header('Content-Type', 'text/plain')
  plain(@Query('name') name: string) {
    return `Hello ${name}`; // ok: xss-raw-html
  }

  @Get('data')
  data(@Query('name') name: string) {
    return { text: `Hello ${name}` }; // ok: xss-raw-html
  }

  @Get(':id')
  one(@Param('id', ParseIntPipe) id: number) {
    return `Cat ${id}`; // ok: xss-raw-html
  }

  @Get('all')
  all(@Query() query: Record<string, string>) {
    return query; // ok: xss-raw-html
  }

  @Get('number')
  number(@Query('page', ParseIntPipe) page: number) {
    return page; // ok: xss-raw-html
  }

  private text(name: string) {
    return `Hello ${name}`; // ok: xss-raw-html
  }
}
