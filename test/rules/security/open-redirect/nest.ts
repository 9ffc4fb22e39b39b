// packages: @nestjs/common@10.4.0
import { Controller, Get, Query, Redirect } from '@nestjs/common';

@Controller('docs')
export class DocsController {
  @Get()
  @Redirect('https://docs.example.com', 302)
  docs(@Query('page') page: string) {
    if (page) return { url: page }; // expect: open-redirect
  }

  @Get('version')
  @Redirect('https://docs.example.com', 302)
  version(@Query('version') version: string) {
    if (version === '5') return { url: 'https://docs.example.com/v5/' }; // ok: open-redirect
    return { url: `https://docs.example.com/${version}` }; // ok: open-redirect
  }

  @Get('data')
  data(@Query('page') page: string) {
    return { url: page }; // ok: open-redirect
  }
}
