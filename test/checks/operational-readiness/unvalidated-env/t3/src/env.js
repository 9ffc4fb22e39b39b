import { createEnv } from '@t3-oss/env-nextjs';

export const env = createEnv({ server: {}, runtimeEnv: { DATABASE_URL: process.env.DATABASE_URL } });
