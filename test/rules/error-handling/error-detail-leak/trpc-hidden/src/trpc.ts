import { initTRPC } from '@trpc/server';

const t = initTRPC.context<{ userId?: string }>().create({
  errorFormatter({ shape, error }) {
    const isReleased = process.env.NODE_ENV === 'production';
    const message = isReleased && error.code === 'INTERNAL_SERVER_ERROR' ? 'Something went wrong' : shape.message;
    return { ...shape, message, data: { ...shape.data, stack: undefined } };
  },
});

export const router = t.router;
export const procedure = t.procedure;
