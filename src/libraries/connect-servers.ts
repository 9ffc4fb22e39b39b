import { defineLibrary } from '../model/library';

/** Servers for developers and small servers that take middleware as Connect and Express do. */
export default defineLibrary({
  id: 'connect-servers',
  title: 'Connect and what works like it',
  packages: ['live-server', 'browser-sync', 'lite-server', 'polka'],
  handlerShapes: [{ params: ['req|request', 'res|response', 'next'], paths: ['express#req', 'express#res', 'express#next'] }],
});
