// file: next.config.mjs
// packages: next@15.1.0

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  eslint: {
    // Warning: this lets production builds succeed with errors.
    ignoreDuringBuilds: true, // expect: build-checks-disabled(warning high)
//  ^^^^^^^^^^^^^^^^^^^^^^^^ lint errors
  },
  typescript: { ignoreBuildErrors: true }, // expect: build-checks-disabled(warning)
//              ^^^^^^^^^^^^^^^^^^^^^^^ lets the build succeed with type errors
  images: { unoptimized: true },
};

export default nextConfig;
