/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  eslint: {
    // Warning: this lets production builds succeed with errors.
  },
  images: { unoptimized: true },
};

export default nextConfig;
