// file: next.config.ts
// packages: next@16.0.1
import type { NextConfig } from 'next';

const wrap = (config: NextConfig): NextConfig => config;

export default wrap({
  // Builds lint nothing any more, whatever it says.
  eslint: { ignoreDuringBuilds: true }, // ok: build-checks-disabled
  typescript: {
    tsconfigPath: 'tsconfig.build.json',
    ignoreBuildErrors: true, // expect: build-checks-disabled
  },
} as NextConfig);
