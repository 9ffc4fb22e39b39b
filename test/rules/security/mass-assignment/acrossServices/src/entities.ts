import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity()
export class Lead {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() chatId!: string;
}
@Entity()
export class Variable {
  @PrimaryGeneratedColumn('uuid') id!: string;
  @Column() workspaceId!: string;
}
