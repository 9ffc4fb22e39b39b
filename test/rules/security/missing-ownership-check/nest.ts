// file: src/notes.controller.ts
// packages: @nestjs/common@10.0.0, @nestjs/typeorm@10.0.0, @nestjs/passport@10.0.0, typeorm@0.3.20
import { Body, Controller, Delete, Get, Injectable, Param, Patch, Req, SetMetadata, UseGuards } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { InjectRepository } from '@nestjs/typeorm';
import { Column, Entity, PrimaryGeneratedColumn, Repository } from 'typeorm';

@Entity()
export class Note {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() userId!: string;
  @Column() text!: string;
}

const Roles = (...roles: string[]) => SetMetadata('roles', roles);

@Injectable()
export class NotesService {
  constructor(@InjectRepository(Note) private readonly notes: Repository<Note>) {}

  list(userId: string) {
    return this.notes.find({ where: { userId } });
  }

  remove(id: string) {
    return this.notes.delete(id);
  }

  change(id: string, userId: string, text: string) {
    return this.notes.update({ id, userId }, { text });
  }
}

@Controller('notes')
@UseGuards(AuthGuard('jwt'))
export class NotesController {
  constructor(private readonly service: NotesService) {}

  @Get()
  list(@Req() req: { user: { id: string } }) {
    return this.service.list(req.user.id);
  }

  @Delete(':id')
  remove(@Param('id') id: string) {
    return this.service.remove(id); // expect: missing-ownership-check
  }

  @Patch(':id')
  change(@Req() req: { user: { id: string } }, @Param('id') id: string, @Body('text') text: string) {
    return this.service.change(id, req.user.id, text); // ok: missing-ownership-check
  }

  // What reads the roles was not found.
  @Roles('editor')
  @Delete(':id/any')
  removeAny(@Param('id') id: string) {
    return this.service.remove(id); // ok: missing-ownership-check
  }
}
