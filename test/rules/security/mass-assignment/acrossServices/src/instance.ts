import { DataSource } from 'typeorm';
import { getDataSource } from './dataSource';

export class App {
  AppDataSource: DataSource = getDataSource();
}
let instance: App | undefined;
export function getInstance(): App | undefined {
  return instance;
}
