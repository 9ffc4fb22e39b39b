import adapter from '@sveltejs/adapter-auto';

export default {
  kit: {
    adapter: adapter(),
    alias: {
      $db: './src/db',
      $state: './src/state',
    },
  },
};
