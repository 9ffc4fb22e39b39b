import { cleanEnv } from 'envalid';
import { shapes } from './shapes';

export const env = cleanEnv(process.env, shapes);
