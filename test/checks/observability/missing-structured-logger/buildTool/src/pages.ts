import { createLogger, createServer } from 'vite';

const viteLogger = createLogger();

export const pages = () =>
  createServer({
    customLogger: {
      ...viteLogger,
      error: (text, options) => {
        viteLogger.error(text, options);
        process.exit(1);
      },
    },
  });
