import type { Request, Response } from 'express';
import { prisma } from '../db';

export class UserController {
  async list(req: Request, res: Response) {
    res.json(await prisma.user.findMany());
  }

  create = async (req: Request, res: Response) => {
    res.json(await prisma.user.create({ data: req.body }));
  };
}
