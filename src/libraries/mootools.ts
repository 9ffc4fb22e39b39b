import { defineLibrary, type PageSink } from '../model/library';

const html: PageSink[] = [
  { category: 'html', arg: 1, onlyWhen: 'arg0:html' },
  { category: 'html', arg: 'option:html' },
];

/** MooTools and what works like it: elements are made from a name and properties, of which `html` is markup. */
export default defineLibrary({
  id: 'mootools',
  title: 'MooTools',
  packages: ['mootools'],
  globals: { Element: 'mootools#Element' },
  aliases: { 'mootools#Element()': 'mootools#element' },
  page: {
    traces: { sink: /\bnew\s+Element\s*\(/ },
    calls: {
      'mootools#Element': [{ category: 'html', arg: 'option:html' }],
      'mootools#element.set': html,
      'mootools#element.setProperty': html,
      'mootools#element.setProperties': html,
      'mootools#element.appendHtml': [{ category: 'html', arg: 0 }],
    },
  },
});
