import { Router } from 'express';

export function makeHealth() {
  const router = Router();
  router.get('/', (req, res) => res.json({ up: true }));
  return router;
}
