import { Body, Controller, Patch, Post } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsEmail, IsString } from 'class-validator';
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';
import { UsersService } from './users.service';

@Entity()
export class User {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() name!: string;
  @Column({ default: 'user' }) role!: string;
}

class CreateUserDto {
  @IsString() name!: string;
  @IsEmail() email!: string;
}

@Controller('users')
export class UsersController {
  constructor(@InjectRepository(User) private readonly repository: Repository<User>, private readonly users: UsersService) {}

  @Post()
  create(@Body() dto: CreateUserDto) { // expect: mass-assignment(error medium)
    return this.repository.save(dto);
  }
  @Patch()
  rename(@Body() dto: CreateUserDto) {
    return this.users.rename(dto); // expect: mass-assignment
  }
  @Post('named')
  named(@Body() dto: CreateUserDto) {
    return this.repository.save({ name: dto.name }); // ok: mass-assignment
  }
}
