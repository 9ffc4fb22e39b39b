import * as Server from './instance';

export function runningServer() {
  const instance = Server.getInstance();
  if (instance === undefined) throw new Error('not running');
  return instance;
}
