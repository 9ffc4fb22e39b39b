/** @type {import('next').NextConfig} */
export default {
  // The pipeline checks types, and this machine has too little memory to do it again.
  typescript: { ignoreBuildErrors: true }, // ok: build-checks-disabled
  eslint: { ignoreDuringBuilds: true }, // expect: build-checks-disabled
};
