import { z } from 'zod';

const allowed = new Set(['https://hooks.example.com/']);

export const Elsewhere = z.object({ url: z.string().refine((url) => allowed.has(url)) });
