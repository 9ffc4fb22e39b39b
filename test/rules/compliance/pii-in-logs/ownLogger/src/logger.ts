// packages: express@5.1.0
import { maskFields } from './mask';

export const careful = {
  info(message: string, fields: object): void {
    console.log(message, maskFields(fields));
  },
};

export const logger = {
  info(message: string, fields: object): void {
    console.log(message, fields);
  },
};
