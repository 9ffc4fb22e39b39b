// packages: @nestjs/common@11.0.0, @nestjs/mongoose@11.0.0, mongoose@8.0.0
import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { PlansService } from './plans.service';

@Controller('subscription-plans')
export class PlansController {
  constructor(private readonly plans: PlansService) {}

  @Get()
  list() { // ok: missing-auth-guard
    return this.plans.list();
  }

  @Get('name/:name')
  named(@Param('name') name: string) { // ok: missing-auth-guard
    return this.plans.named(name);
  }

  @Post()
  add(@Body() plan: { name: string }) { // expect: missing-auth-guard
    return this.plans.add(plan);
  }

  @Delete(':id')
  remove(@Param('id') id: string) { // expect: missing-auth-guard
    return this.plans.remove(id);
  }

  @Delete('drafts/:id')
  forget(@Param('id') id: string) { // ok: missing-auth-guard
    return this.plans.forget(id);
  }
}
