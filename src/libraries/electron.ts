import { defineLibrary } from '../model/library';

/** Electron: the system opens whatever address its shell is given, programs included. */
export default defineLibrary({
  id: 'electron',
  title: 'Electron',
  packages: ['electron'],
  page: {
    traces: { sink: /\bopenExternal\b/ },
    calls: { 'electron#shell.openExternal': [{ category: 'redirect', arg: 0 }] },
  },
});
