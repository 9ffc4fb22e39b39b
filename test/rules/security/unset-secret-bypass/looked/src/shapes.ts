import { str } from 'envalid';

export const shapes = { CRON_SECRET: str() };
