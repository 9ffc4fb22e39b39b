// file: src/database.ts
// packages: typeorm@0.3.20, @nestjs/typeorm@11.0.0, @nestjs/common@11.0.0, @nestjs/config@4.0.0
import { ConfigService } from '@nestjs/config';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions } from 'typeorm';

const isProduction = process.env.NODE_ENV === 'production';

export const live = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL, synchronize: true }); // expect: schema-push-in-production(error high)
//                                                                                    ^^^^^^^^^^^^^^^^^ synchronize changes the live tables
export const options: DataSourceOptions = { type: 'postgres', dropSchema: true, synchronize: true }; // expect: schema-push-in-production
export const local = new DataSource({ type: 'postgres', synchronize: !isProduction }); // ok: schema-push-in-production
export const stage = new DataSource({ type: 'postgres', synchronize: process.env.NODE_ENV !== 'production' }); // ok: schema-push-in-production
export const off = new DataSource({ type: 'postgres', synchronize: false }); // ok: schema-push-in-production
export const memory = new DataSource({ type: 'sqlite', database: ':memory:', synchronize: true }); // ok: schema-push-in-production
export const asked = TypeOrmModule.forRootAsync({
  inject: [ConfigService],
  useFactory: (config: ConfigService) => ({
    type: 'postgres' as const,
    url: config.get<string>('DATABASE_URL')!,
    synchronize: config.get('DB_SYNC') === '1', // ok: schema-push-in-production
  }),
});
export const module = TypeOrmModule.forRootAsync({
  useFactory: () => ({
    type: 'postgres' as const,
    autoLoadEntities: true,
    synchronize: true, // expect: schema-push-in-production
  }),
});
// synchronize: true was here once.
export const calendar = { synchronize: true, colour: 'red' }; // ok: schema-push-in-production
