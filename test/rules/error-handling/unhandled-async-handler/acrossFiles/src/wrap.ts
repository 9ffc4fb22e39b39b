import type { NextFunction, Request, RequestHandler, Response } from 'express';

export const wrap = (handler: RequestHandler) => (req: Request, res: Response, next: NextFunction) => {
  Promise.resolve(handler(req, res, next)).catch(next);
};
