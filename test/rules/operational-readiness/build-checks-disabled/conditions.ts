// file: next.config.ts
// packages: next@15.1.0
import type { NextConfig } from 'next';

// ignoreBuildErrors: true was here once.
const config: NextConfig = {
  typescript: { ignoreBuildErrors: process.env.NODE_ENV === 'development' }, // ok: build-checks-disabled
  eslint: { ignoreDuringBuilds: false }, // ok: build-checks-disabled
};

export const preview: NextConfig = {
  typescript: {
    ignoreBuildErrors: process.env.SKIP_TYPES === '1', // ok: build-checks-disabled
  },
  env: { ignoreBuildErrors: 'true' }, // ok: build-checks-disabled
};

export default config;
