import { defineLibrary, type PageSink } from '../model/library';

const html: PageSink[] = [{ category: 'html', arg: 0, trusts: true }];

/** Angular: templates clean what they are given, except for what its sanitiser was told to trust. */
export default defineLibrary({
  id: 'angular',
  title: 'Angular',
  packages: ['@angular/core', '@angular/platform-browser', '@angular/router'],
  types: {
    '@angular/router#ActivatedRoute': 'angular#route',
    '@angular/router#ActivatedRouteSnapshot': 'angular#route.snapshot',
    '@angular/platform-browser#DomSanitizer': 'angular#sanitizer',
  },
  calls: {
    'angular#sanitizer.sanitize': { sanitises: ['html'] },
    'angular#route.queryParams.subscribe': { callbacks: [{ args: [0], params: ['angular#query'] }] },
    'angular#route.queryParamMap.subscribe': { callbacks: [{ args: [0], params: ['angular#query'] }] },
    'angular#route.params.subscribe': { callbacks: [{ args: [0], params: ['angular#query'] }] },
    'angular#route.paramMap.subscribe': { callbacks: [{ args: [0], params: ['angular#query'] }] },
    'angular#route.fragment.subscribe': { callbacks: [{ args: [0], params: ['angular#query'] }] },
  },
  page: {
    traces: { source: /\bActivatedRoute/, trust: /\bbypassSecurityTrust/ },
    reads: Object.fromEntries(
      [
        'angular#query',
        ...['queryParams', 'queryParamMap', 'params', 'paramMap', 'fragment'].map((name) => `angular#route.snapshot.${name}`),
      ].map((path) => [path, 'text' as const]),
    ),
    calls: {
      'angular#sanitizer.bypassSecurityTrustHtml': html,
      'angular#sanitizer.bypassSecurityTrustScript': html,
      'angular#sanitizer.bypassSecurityTrustStyle': html,
      'angular#sanitizer.bypassSecurityTrustResourceUrl': [{ category: 'html', arg: 0, as: 'link', trusts: true }],
      'angular#sanitizer.bypassSecurityTrustUrl': [{ category: 'html', arg: 0, as: 'link', trusts: true }],
    },
  },
});
