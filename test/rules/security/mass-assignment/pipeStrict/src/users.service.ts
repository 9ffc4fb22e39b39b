import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { User } from './users.controller';

@Injectable()
export class UsersService {
  constructor(@InjectRepository(User) private readonly repository: Repository<User>) {}

  async rename(dto: { name: string }) {
    const user = await this.repository.findOneByOrFail({ name: dto.name });
    return this.repository.save({ ...user, ...dto });
  }
}
