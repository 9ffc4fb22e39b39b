// packages: express@5.1.0, typeorm@0.3.20
import express from 'express';
import { DataSource } from 'typeorm';
import { Message, Rating } from './entities';

const app = express();
const source = new DataSource({ type: 'postgres' });

app.get('/chats/:id/stats', async (req, res) => {
  const repository = source.getRepository(Message);
  const rated = repository.createQueryBuilder('m').subQuery().select('r.message').from(Rating, 'r').where('r.chat = :chat', { chat: req.params.id });
  const stats = repository.createQueryBuilder('m').select('count(*)', 'total').where({ chat: req.params.id }).andWhere(`m.id in ${rated.getQuery()}`); // ok: sql-injection
  res.json(await stats.setParameters(rated.getParameters()).getRawOne());
});

app.get('/chats/:id/raw', async (req, res) => {
  const stats = source.getRepository(Message).createQueryBuilder('m').where(`m.chat = '${req.params.id}'`); // expect: sql-injection(error high)
  res.json(await stats.getRawOne());
});
