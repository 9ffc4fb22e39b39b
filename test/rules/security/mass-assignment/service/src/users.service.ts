import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { CreateUserDto } from './create-user.dto';
import { User } from './user.entity';

@Injectable()
export class UsersService {
  constructor(@InjectRepository(User) private readonly repository: Repository<User>) {}

  create(dto: CreateUserDto) {
    const user = Object.assign(new User(), dto);
    return this.repository.save(user);
  }
  async update(id: string, dto: CreateUserDto) {
    const user = await this.repository.findOneByOrFail({ id });
    Object.assign(user, dto);
    return this.repository.save(user);
  }
  replace({ id, values }: { id: string; values: CreateUserDto }) {
    return this.repository.update(id, values);
  }
  named(dto: CreateUserDto) {
    return this.repository.save({ name: dto.name, email: dto.email });
  }
}
