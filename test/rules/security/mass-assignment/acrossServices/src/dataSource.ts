import { DataSource } from 'typeorm';

let source: DataSource;
export function init(): void {
  source = new DataSource({ type: 'postgres', url: process.env.DATABASE_URL });
}
export function getDataSource(): DataSource {
  return source;
}
