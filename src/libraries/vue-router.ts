import { defineLibrary } from '../model/library';

/** Vue Router: the address of the page as its components see it. */
export default defineLibrary({
  id: 'vue-router',
  title: 'Vue Router',
  packages: ['vue-router'],
  page: {
    traces: { source: /\buseRoute\b|\$route\b/ },
    reads: {
      'vue-router#useRoute().query': 'text',
      'vue-router#useRoute().params': 'text',
      'vue-router#useRoute().hash': 'marks',
      '?.$route.query': 'text',
      '?.$route.params': 'text',
      '?.$route.hash': 'marks',
    },
  },
});
