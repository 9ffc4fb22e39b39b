import type { NextApiRequest, NextApiResponse } from 'next';
import { prisma } from '@/lib/db';

const handler = async (req: NextApiRequest, res: NextApiResponse) => {
  res.json(await prisma.order.create({ data: req.body }));
};

export default handler;
