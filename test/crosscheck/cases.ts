/** Frameworks that are started: by the name under which `packages/serve.mjs` knows them, Next by its own server. */
export type Framework = 'express' | 'fastify' | 'koa' | 'hono' | 'trpc' | 'nest' | 'next' | 'socketio' | 'ws';

/** A route that is called, under the path that the model must give it. */
export interface Called {
  method: string;
  path: string;
  /** What is asked for; the path itself with `7` for its parameters when absent. */
  url?: string;
}

/** One application: its sources, and the routes that it answers. `src/app.ts` exports it by default, except for Next. */
export interface Case {
  name: string;
  framework: Framework;
  files: Record<string, string>;
  routes: Called[];
}

/** Package versions of the manifest that the model sees. */
export type Versions = Readonly<Record<string, string>>;

/** The address that calls a route. */
export function urlOf(called: Called): string {
  return (
    called.url ??
    called.path
      .replace(/:\w+/g, '7')
      .replace(/\{\w+\}/g, '7')
      .replace(/\[[.\w]+\]/g, '7')
  );
}
