// packages: express@5.1.0, typeorm@0.3.20, jsonwebtoken@9.0.2
import express, { type NextFunction, type Request, type Response } from 'express';
import jwt from 'jsonwebtoken';
import { BaseEntity, Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

@Entity('bookings')
export class Booking extends BaseEntity {
  @PrimaryGeneratedColumn() id!: number;
  @Column() guest_id!: number;
  @Column() day!: string;
}

const app = express();

interface Known extends Request {
  token?: { id: number };
}

function auth(req: Known, res: Response, next: NextFunction) {
  try {
    req.token = jwt.verify((req.headers.authorization ?? '').slice(7), process.env.JWT_SECRET!) as { id: number };
    next();
  } catch {
    res.status(401).json({ error: 'Who are you?' });
  }
}

app.get('/bookings/mine', auth, async (req: Known, res) => {
  const { id: idToken } = req.token!;
  res.json(await Booking.find({ where: { guest_id: idToken }, take: 20 }));
});

app.put('/bookings', auth, async (req: Known, res) => {
  const { id, day } = req.body;
  await Booking.update({ id }, { day }); // expect: missing-ownership-check
  res.sendStatus(204);
});

app.delete('/bookings/:id', auth, async (req: Known, res) => {
  const mine = await Booking.findBy({ guest_id: req.token!.id });
  if (!mine.some((booking) => booking.id === Number(req.params.id))) return res.sendStatus(404);
  await Booking.delete({ id: Number(req.params.id) }); // ok: missing-ownership-check
  res.sendStatus(204);
});

// Those of whoever calls are listed first, by a name that says nothing.
app.patch('/bookings', auth, async (req: Known, res) => {
  const { id, day } = req.body;
  const listed = await listedFor(req.token!.id);
  if (!listed.includes(id)) return res.sendStatus(404);
  await Booking.update({ id }, { day }); // ok: missing-ownership-check
  res.sendStatus(204);
});

declare function listedFor(id: number): Promise<number[]>;
