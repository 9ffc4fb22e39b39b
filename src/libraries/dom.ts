import { defineLibrary, type PageSink } from '../model/library';

const html: PageSink[] = [{ category: 'html', arg: 0 }];
const runs: PageSink[] = [{ category: 'html', arg: 0, as: 'script' }];
const goes: PageSink[] = [{ category: 'redirect', arg: 0 }];
const address = 'address' as const;
const marks = 'marks' as const;
const text = 'text' as const;

/**
 * The page that a script runs in. Browsers keep `?`, `#` and the origin of an address, so that the whole of `location.search` or
 * `location.href` leads nowhere else; what is cut out of it may be any address or, once decoded, any text.
 */
export default defineLibrary({
  id: 'dom',
  title: 'Pages',
  packages: [],
  globals: {
    document: 'global#document',
    location: 'global#location',
    self: 'global#',
    addEventListener: 'global#addEventListener',
    unescape: 'global#unescape',
    navigation: 'global#navigation',
    Worker: 'global#Worker',
    SharedWorker: 'global#SharedWorker',
  },
  types: { Location: 'global#location' },
  aliases: {
    'global#document.location': 'global#location',
    'global#document.defaultView': 'global#',
    'global#self': 'global#',
    'global#top': 'global#',
    'global#parent': 'global#',
    'global#window': 'global#',
    "global#document.createElement('script')": 'dom#script',
    "global#document.createElement('iframe')": 'dom#frame',
  },
  calls: {
    // Other windows may send anything; so may whoever embeds the page.
    'global#addEventListener': { callbacks: [{ args: [1], params: ['dom#event'] }] },
    'global#unescape': { passes: true },
  },
  page: {
    traces: {
      source:
        /\b[lL]ocation\b|\bdocument\s*\.\s*(?:URL|documentURI|baseURI|referrer)\b|\bwindow\s*\.\s*name\b|\bclipboardData\b|\bdataTransfer\b|['"]message['"]/,
      sink: /\b(?:inner|outer)HTML\b|\binsertAdjacentHTML\b|\bdocument\s*\.\s*write|\bcreateContextualFragment\b|\bsetHTMLUnsafe\b|\bsrcdoc\b|\blocation\s*(?:=[^=]|\.\s*(?:href\s*=[^=]|assign\b|replace\b))|\bwindow\s*\.\s*open\b|\bnavigation\s*\.\s*navigate\b|\bnew\s+(?:window\s*\.\s*)?(?:Shared)?Worker\s*\(|\.\s*(?:href|src)\s*=[^=]|\b(?:href|src|action|formAction|srcDoc)=\{/,
    },
    reads: {
      'global#location': address,
      'global#location.href': address,
      'global#location.search': marks,
      'global#location.hash': marks,
      'global#location.toString()': address,
      'global#document.URL': address,
      'global#document.documentURI': address,
      'global#document.baseURI': address,
      'global#document.referrer': text,
      'global#name': text,
      'dom#event.data': 'message',
      '?.location.href': address,
      '?.location.search': marks,
      '?.location.hash': marks,
      '?.clipboardData.getData()': 'pasted',
      '?.dataTransfer.getData()': 'pasted',
    },
    calls: {
      'global#document.write': [{ category: 'html', arg: 'all' }],
      'global#document.writeln': [{ category: 'html', arg: 'all' }],
      '?.document.write': [{ category: 'html', arg: 'all' }],
      '?.document.writeln': [{ category: 'html', arg: 'all' }],
      '?.insertAdjacentHTML': [{ category: 'html', arg: 1 }],
      '?.createContextualFragment': html,
      '?.setHTMLUnsafe': html,
      'global#location.assign': goes,
      'global#location.replace': goes,
      'global#open': goes,
      // Any address of the own origin, or a script in the address itself (`data:`): https://html.spec.whatwg.org/multipage/workers.html#dom-worker.
      'global#Worker': runs,
      'global#SharedWorker': runs,
      'global#navigation.navigate': [{ category: 'html', arg: 0, as: 'link' }],
      '?.location.assign': goes,
      '?.location.replace': goes,
    },
    assignments: {
      '?.innerHTML': { category: 'html' },
      '?.outerHTML': { category: 'html' },
      '?.srcdoc': { category: 'html' },
      'global#location': { category: 'redirect' },
      'global#location.href': { category: 'redirect' },
      '?.location.href': { category: 'redirect' },
      '?.window.location': { category: 'redirect' },
      'dom#script.src': { category: 'html', as: 'script' },
      'dom#frame.src': { category: 'html', as: 'link' },
      '?.href': { category: 'html', as: 'link' },
    },
    attributes: {
      'a.href': { category: 'html', as: 'link' },
      'area.href': { category: 'html', as: 'link' },
      'form.action': { category: 'html', as: 'link' },
      'button.formAction': { category: 'html', as: 'link' },
      'iframe.src': { category: 'html', as: 'link' },
      'iframe.srcDoc': { category: 'html' },
    },
  },
});
