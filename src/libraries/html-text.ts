import { defineLibrary, type CallRole } from '../model/library';

/** Elsewhere the text is as dangerous as it was. */
const clean: CallRole = { sanitises: ['html'], passes: 0 };
const passes: CallRole = { passes: true, readsText: true };

/** What makes text safe to show in a page, and what turns markdown into a page without doing so. */
export default defineLibrary({
  id: 'html-text',
  title: 'HTML sanitisers',
  packages: ['dompurify', 'isomorphic-dompurify', 'sanitize-html', 'xss', 'he', 'escape-html', 'validator'],
  aliases: {
    'markdown-it#writing.use()': 'markdown-it#writing',
    'remark#()': 'remark#processor',
    'remark#remark()': 'remark#processor',
    'remark#processor.use()': 'remark#processor',
    'remark#processor.data()': 'remark#processor',
    'unified#()': 'remark#processor',
    'unified#unified()': 'remark#processor',
    'remark#processor.freeze()': 'remark#processor',
  },
  variants: {
    'markdown-it#': [{ arg: 0, option: 'html', text: /^true$/, value: 'markdown-it#writing' }],
    // Plugins that clean what is written are called so.
    'markdown-it#writing.use': [{ arg: 0, text: /sanit/i, value: 'markdown-it#clean' }],
    'remark#processor.use': [{ arg: 0, text: /sanit/i, value: 'remark#clean' }],
  },
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
    // Without its option, HTML in the text is escaped.
    'markdown-it#writing.render': passes,
    'markdown-it#writing.renderInline': passes,
    'remark#processor.processSync': passes,
    'remark#processor.process': passes,
    'markdown-table#': passes,
    'markdown-table#markdownTable': passes,
    'ansi-to-html#().toHtml': passes,
    'showdown#Converter().makeHtml': passes,
    'snarkdown#': passes,
    'marked#': passes,
    'marked#marked': passes,
    'marked#parse': passes,
    'marked#marked.parse': passes,
  },
});
