import { defineLibrary, type CallRole } from '../model/library';

const goesTo: CallRole = { sinks: [{ category: 'url', arg: 0 }] };
/** Whatever runs or stands in a page reaches what the server reaches. */
const shows: CallRole = { sinks: [{ category: 'url', arg: 0, language: 'page' }] };
const adds: CallRole = {
  sinks: [
    { category: 'url', arg: 'option:url' },
    { category: 'url', arg: 'option:content', language: 'page' },
  ],
};
const running = [
  'evaluate',
  'evaluateOnNewDocument',
  'evaluateHandle',
  'addInitScript',
  'evaluateJavaScript',
  'evaluateJavaScriptAsync',
  'setContent',
];

/** What a page that the server opens can be told to load. */
function page(path: string): Record<string, CallRole> {
  return {
    ...Object.fromEntries(running.map((name) => [`${path}.${name}`, shows])),
    [`${path}.addScriptTag`]: adds,
    [`${path}.addStyleTag`]: adds,
    [`${path}.goto`]: goesTo,
    [`${path}.open`]: goesTo,
    [`${path}.openUrl`]: goesTo,
    [`${path}.property`]: { sinks: [{ category: 'url', arg: 1, language: 'page' }] },
  };
}

/** Browsers driven by a server, and programs that turn an address into a picture or a document. */
export default defineLibrary({
  id: 'browsers',
  title: 'Browsers driven by code',
  packages: ['puppeteer', 'puppeteer-core', 'playwright', 'playwright-core', 'phantom', 'wkhtmltopdf', 'wkhtmltoimage'],
  aliases: {
    'puppeteer-core#launch()': 'puppeteer#launch()',
    'puppeteer#connect()': 'puppeteer#launch()',
    'puppeteer#launch().newPage()': 'browser#page',
    'puppeteer#launch().createBrowserContext()': 'puppeteer#launch()',
    'puppeteer#launch().createIncognitoBrowserContext()': 'puppeteer#launch()',
    ...Object.fromEntries(
      ['playwright', 'playwright-core', '@playwright/test'].flatMap((name) =>
        ['chromium', 'firefox', 'webkit'].flatMap((engine) => [
          [`${name}#${engine}.launch()`, 'playwright#browser'],
          [`${name}#${engine}.connect()`, 'playwright#browser'],
        ]),
      ),
    ),
    'playwright#browser.newPage()': 'browser#page',
    'playwright#browser.newContext()': 'playwright#browser',
    'phantom#create()': 'phantom#instance',
    'phantom#instance.createPage()': 'browser#page',
  },
  types: {
    'puppeteer#Page': 'browser#page',
    'puppeteer-core#Page': 'browser#page',
    'playwright#Page': 'browser#page',
    'playwright-core#Page': 'browser#page',
  },
  calls: {
    ...page('browser#page'),
    // An address, or the text of a page.
    'wkhtmltopdf#': shows,
    'wkhtmltoimage#generate': shows,
    'html-pdf#create': shows,
    'html-pdf-node#generatePdf': {
      sinks: [
        { category: 'url', arg: 'option:url' },
        { category: 'url', arg: 'option:content', language: 'page' },
      ],
    },
  },
});
