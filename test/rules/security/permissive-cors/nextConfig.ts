// file: next.config.ts
// packages: next@16.0.0
const config = {
  async headers() {
    return [
      {
        source: '/api/:path*',
        headers: [
          { key: 'Access-Control-Allow-Credentials', value: 'true' },
          { key: 'Access-Control-Allow-Origin', value: process.env.SITE_URL || '*' }, // expect: permissive-cors(warning medium)
        ],
      },
    ];
  },
};
export default config;
