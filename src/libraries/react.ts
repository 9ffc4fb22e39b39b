import { defineLibrary } from '../model/library';

/** React: elements escape what they are given, except for HTML that is said to be meant and for addresses of links. */
export default defineLibrary({
  id: 'react',
  title: 'React',
  // Elements are made by compilers as well, and mean little to most rules.
  packages: [],
  aliases: { 'preact#': 'react#', 'react#default': 'react#' },
  calls: { 'react#useMemo': { passes: true } },
  page: {
    traces: { sink: /\bdangerouslySetInnerHTML\b/ },
    // https://react.dev/reference/react/Component
    components: { bases: /Component$/, given: 'props', defaults: 'defaultProps', kept: 'state', keeps: 'setState' },
    attributes: { '*.dangerouslySetInnerHTML': { category: 'html', member: '__html' } },
    calls: {
      'react#createElement': [
        { category: 'html', arg: 'option:dangerouslySetInnerHTML.__html' },
        { category: 'html', arg: 'option:href', as: 'link', onlyWhen: 'arg0:a' },
      ],
      '?.React.createElement': [{ category: 'html', arg: 'option:dangerouslySetInnerHTML.__html' }],
    },
  },
});
