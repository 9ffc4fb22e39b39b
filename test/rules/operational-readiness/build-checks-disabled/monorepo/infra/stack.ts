// @ts-nocheck // ok: build-checks-disabled
import { randomBytes } from 'node:crypto';

export const salt = randomBytes(8);
