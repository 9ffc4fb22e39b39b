/** A failure that the client may read about. Anything else is answered with a plain 500. */
export class AppError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export const notFoundError = (what: string): AppError => new AppError(404, `${what} not found`);
