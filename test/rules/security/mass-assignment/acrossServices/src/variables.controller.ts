import type { NextFunction, Request, Response } from 'express';
import { Variable } from './entities';
import service from './variables.service';

const create = async (req: Request, res: Response, next: NextFunction) => {
  try {
    const body = req.body;
    body.workspaceId = req.params.workspace;
    const variable = new Variable();
    Object.assign(variable, body);
    res.json(await service.createVariable(variable)); // expect: mass-assignment
  } catch (error) {
    next(error);
  }
};

export default { create };
