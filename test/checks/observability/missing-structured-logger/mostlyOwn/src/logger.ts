export const logger = {
  info(message: string, fields: object): void {
    console.log(JSON.stringify({ message, ...fields }));
  },
};
