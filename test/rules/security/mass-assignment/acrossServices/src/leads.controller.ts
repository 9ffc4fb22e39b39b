import type { NextFunction, Request, Response } from 'express';
import service from './leads.service';

const create = async (req: Request, res: Response, next: NextFunction) => {
  try {
    res.json(await service.createLead(req.body)); // expect: mass-assignment
  } catch (error) {
    next(error);
  }
};

export default { create };
