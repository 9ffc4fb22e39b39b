import { defineLibrary, type PageSink } from '../model/library';

const html: PageSink[] = [{ category: 'html', arg: 0, trusts: true }];
const named = (name: string): PageSink => ({ category: 'html', arg: 1, trusts: true, onlyWhen: `arg0:${name}` });

/** AngularJS: what a controller is given goes by its name. `$sce.trustAs…` switches the escaping of a text off. */
export default defineLibrary({
  id: 'angularjs',
  title: 'AngularJS',
  packages: ['angular'],
  names: { $sce: 'angularjs#sce', $location: 'angularjs#location', $window: 'global#' },
  page: {
    traces: { source: /\$location\b/, trust: /\$sce\s*\.\s*trustAs/, sink: /\$location\s*\.\s*url\b|\$window\b/ },
    reads: { 'angularjs#location.search()': 'text', 'angularjs#location.hash()': 'text' },
    calls: {
      'angularjs#sce.trustAsHtml': html,
      'angularjs#sce.trustAsJs': html,
      'angularjs#sce.trustAsCss': html,
      'angularjs#sce.trustAsResourceUrl': html,
      'angularjs#sce.trustAsUrl': [{ category: 'html', arg: 0, as: 'link', trusts: true }],
      'angularjs#sce.trustAs': ['html', 'js', 'css', 'resourceurl', 'resource_url'].map(named),
    },
  },
});
