import { defineLibrary, type CallRole } from '../model/library';

const goesTo: CallRole = { sinks: [{ category: 'url', arg: 0 }] };

/** What a page that the server opens can be told to load. */
function page(path: string): Record<string, CallRole> {
  return { [`${path}.goto`]: goesTo, [`${path}.setContent`]: goesTo, [`${path}.open`]: goesTo, [`${path}.openUrl`]: goesTo, [`${path}.property`]: { sinks: [{ category: 'url', arg: 1 }] } };
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
    ...Object.fromEntries(['playwright', 'playwright-core', '@playwright/test'].flatMap((name) => ['chromium', 'firefox', 'webkit'].flatMap((engine) => [
      [`${name}#${engine}.launch()`, 'playwright#browser'],
      [`${name}#${engine}.connect()`, 'playwright#browser'],
    ]))),
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
    'wkhtmltopdf#': goesTo,
    'wkhtmltoimage#generate': goesTo,
  },
});
