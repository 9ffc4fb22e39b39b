export default {
  typescript: { ignoreBuildErrors: true }, // ok: build-checks-disabled
};
