// file: pages/api/orders.ts
// packages: next@14.2.0
import type { NextApiRequest, NextApiResponse } from 'next';
import { save } from '../../lib/orders';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    await save(req.body.id);
    res.redirect(303, '/orders'); // ok: control-flow-exception-swallowed
  } catch (error) {
    console.error(error);
    res.status(500).json({ message: 'Failed' });
  }
}
