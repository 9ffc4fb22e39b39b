// file: src/start.ts
// packages: sequelize@6.37.0, express@5.1.0
import express from 'express';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize(process.env.DATABASE_URL!);

export async function start(): Promise<void> {
  await sequelize.sync({ alter: true }); // expect: schema-push-in-production(error high)
  if (process.env.NODE_ENV === 'development') {
    await sequelize.sync({ alter: true }); // ok: schema-push-in-production
  }
  await sequelize.sync(); // ok: schema-push-in-production
  await sequelize.sync({ alter: false }); // ok: schema-push-in-production
  if (process.argv.includes('--fresh')) await sequelize.sync({ force: true }); // ok: schema-push-in-production
  await sequelize.sync({ force: true }); // expect: schema-push-in-production
  express().listen(3000);
}
