// packages: @nestjs/common@11.0.0, @nestjs/typeorm@11.0.0, typeorm@0.3.20
import { Body, Controller, Param, Patch, Post, Put } from '@nestjs/common';
import { CreateUserDto } from './create-user.dto';
import { UsersService } from './users.service';

@Controller('users')
export class UsersController {
  constructor(private readonly users: UsersService) {}

  @Post()
  create(@Body() dto: CreateUserDto) {
    return this.users.create(dto); // expect: mass-assignment
  }
  @Patch(':id')
  update(@Param('id') id: string, @Body() dto: CreateUserDto) {
    return this.users.update(id, dto); // expect: mass-assignment
  }
  @Put(':id')
  replace(@Param('id') id: string, @Body() dto: CreateUserDto) {
    return this.users.replace({ id, values: dto }); // expect: mass-assignment
  }
  @Post('named')
  named(@Body() dto: CreateUserDto) {
    return this.users.named(dto); // ok: mass-assignment
  }
}
