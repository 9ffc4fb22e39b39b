import { defineLibrary, type PageSink } from '../model/library';

const html: PageSink[] = [{ category: 'html', arg: 0 }];
const inserts: PageSink[] = [{ category: 'html', arg: 'all' }];
const link = (...names: string[]): PageSink[] =>
  names.flatMap(
    (name) =>
      [
        { category: 'html', arg: 1, as: 'link', onlyWhen: `arg0:${name}` },
        { category: 'html', arg: `option:${name}`, as: 'link' },
      ] as PageSink[],
  );
const ways = ['$', 'jquery#element'].map((owner) => (owner === '$' ? '?.$' : owner));

/** Methods that give back elements. */
const chained = [
  'add',
  'addBack',
  'addClass',
  'after',
  'append',
  'appendTo',
  'attr',
  'before',
  'children',
  'clone',
  'closest',
  'contents',
  'css',
  'each',
  'empty',
  'end',
  'eq',
  'fadeIn',
  'fadeOut',
  'filter',
  'find',
  'first',
  'focus',
  'hide',
  'html',
  'insertAfter',
  'insertBefore',
  'last',
  'next',
  'not',
  'off',
  'on',
  'parent',
  'parents',
  'prepend',
  'prependTo',
  'prev',
  'prop',
  'remove',
  'removeAttr',
  'removeClass',
  'show',
  'siblings',
  'text',
  'toggle',
  'toggleClass',
  'trigger',
  'val',
  'wrap',
];

/** Methods that take markup. */
const markup = ['append', 'prepend', 'after', 'before', 'replaceWith', 'wrap', 'wrapAll', 'wrapInner'];

/** jQuery, and what works like it (Cash, Zepto, AngularJS's elements). A text given to `$` is markup when a tag begins it, else a selector. */
export default defineLibrary({
  id: 'jquery',
  title: 'jQuery',
  packages: ['jquery', 'cash-dom', 'zepto', 'angular'],
  globals: { $: 'jquery#', jQuery: 'jquery#' },
  aliases: {
    'cash-dom#': 'jquery#',
    'zepto#': 'jquery#',
    'jquery#default': 'jquery#',
    'global#$': 'jquery#',
    'global#jQuery': 'jquery#',
    'jquery#()': 'jquery#element',
    'angular#element()': 'jquery#element',
    'jquery#parseHTML()': 'jquery#nodes',
    ...Object.fromEntries(chained.map((name) => [`jquery#element.${name}()`, 'jquery#element'])),
  },
  page: {
    traces: {
      sink: /(?:\$|\bjQuery|\belement)\s*\(|\.\s*html\s*\(|\.\s*jGrowl\s*\(|\$\w+\s*\.\s*(?:append|prepend|after|before|replaceWith|wrap\w*)\s*\(/,
    },
    calls: {
      'jquery#': [
        { category: 'html', arg: 0, as: 'markup' },
        ...(['href', 'src', 'action'] as const).map((name): PageSink => ({
          category: 'html',
          arg: `option:${name}`,
          as: 'link',
          onlyWhen: 'arg0:<',
        })),
        { category: 'html', arg: 'option:html', onlyWhen: 'arg0:<' },
      ],
      'angular#element': [{ category: 'html', arg: 0, as: 'markup' }],
      'jquery#parseHTML': html,
      'jquery#globalEval': html,
      '?.html': html,
      // https://github.com/stanlemon/jGrowl: messages are HTML.
      '?.$.jGrowl': html,
      'jquery#jGrowl': html,
      ...Object.fromEntries(
        ways.flatMap((owner) => [
          [`${owner}.html`, html],
          [`${owner}.attr`, link('href', 'src', 'action')],
          [`${owner}.prop`, link('href', 'src', 'action')],
          ...markup.map((name) => [`${owner}.${name}`, inserts]),
        ]),
      ),
    },
  },
});
