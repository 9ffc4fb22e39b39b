import { defineLibrary, type CallRole } from '../model/library';

const source: CallRole = { sinks: [{ category: 'html', arg: 0 }] };
const engines: Record<string, readonly string[]> = {
  pug: ['compile', 'render', 'compileClient'],
  jade: ['compile', 'render', 'compileClient'],
  dot: ['template', 'compile'],
  ejs: ['render', 'compile'],
  nunjucks: ['renderString', 'compile'],
  handlebars: ['compile', 'precompile'],
  mustache: ['render', 'parse'],
  'hogan.js': ['compile'],
  eta: ['render', 'compile', 'renderString'],
  squirrelly: ['render', 'compile'],
  lodash: ['template'],
  underscore: ['template'],
  twig: ['twig'],
};

/** Template engines: whoever writes a template writes the page, and with most engines code of the server. */
export default defineLibrary({
  id: 'template-engines',
  title: 'Template engines',
  packages: Object.keys(engines),
  calls: {
    ...Object.fromEntries(Object.entries(engines).flatMap(([name, methods]) => methods.map((method) => [`${name}#${method}`, source]))),
    'lodash.template#': source,
    // It says that its text needs no escaping.
    'handlebars#SafeString': source,
  },
  // https://handlebarsjs.com/api-reference/compilation.html, https://mozilla.github.io/nunjucks/api.html#configure, https://v8.squirrelly.js.org/docs/v8.0.0/configuration
  unescapes: { noEscape: true, autoescape: false, autoEscape: false, autoEscaping: false, escapeMarkup: false },
  globals: { Handlebars: 'handlebars#' },
  page: {
    traces: { sink: /\bSafeString\b/ },
    calls: { 'handlebars#SafeString': [{ category: 'html', arg: 0 }] },
  },
});
