import { defineLibrary, type CallRole } from '../model/library';

const clean: CallRole = { sanitises: ['html'] };
const passes: CallRole = { passes: true };

/** What makes text safe to show in a page, and what turns markdown into a page without doing so. */
export default defineLibrary({
  id: 'html-text',
  title: 'HTML sanitisers',
  packages: ['dompurify', 'isomorphic-dompurify', 'sanitize-html', 'xss', 'he', 'escape-html', 'validator'],
  calls: {
    'dompurify#sanitize': clean,
    'dompurify#().sanitize': clean,
    'isomorphic-dompurify#sanitize': clean,
    'sanitize-html#': clean,
    'xss#': clean,
    'xss#filterXSS': clean,
    'he#encode': clean,
    'he#escape': clean,
    'escape-html#': clean,
    'html-escaper#escape': clean,
    'entities#escapeUTF8': clean,
    'entities#encodeHTML': clean,
    'lodash#escape': clean,
    'validator#escape': clean,
    'validator#default.escape': clean,
    'markdown-it#().render': passes,
    'showdown#Converter().makeHtml': passes,
    'snarkdown#': passes,
    'marked#': passes,
    'marked#marked': passes,
    'marked#parse': passes,
    'marked#marked.parse': passes,
  },
});
