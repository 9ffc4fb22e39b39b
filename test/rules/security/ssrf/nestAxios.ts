// packages: @nestjs/axios@4.0.0, @nestjs/common@11.0.0, rxjs@7.8.0
import { HttpService } from '@nestjs/axios';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { firstValueFrom } from 'rxjs';

@Controller('preview')
export class PreviewController {
  constructor(private readonly http: HttpService) {}

  @Get()
  async preview(@Query('url') url: string) {
    const { data } = await firstValueFrom(this.http.get(url)); // expect: ssrf
    return data;
  }

  @Get('raw')
  async raw(@Query('url') url: string) {
    return (await this.http.axiosRef.get(url)).data; // expect: ssrf
  }

  @Get('whole')
  async whole(@Query('url') url: string) {
    return firstValueFrom(this.http.request({ method: 'GET', url })); // expect: ssrf
  }

  @Get(':id')
  async one(@Param('id') id: string) {
    return firstValueFrom(this.http.get(`https://api.example/previews/${encodeURIComponent(id)}`)); // ok: ssrf
  }
}
