/** A failure that the visitor may read about. Anything else is answered with a plain 500. */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}
