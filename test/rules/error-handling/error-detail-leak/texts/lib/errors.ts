export function getErrorMessage(error: unknown): string {
  if (error instanceof Error) return error.message;
  return String(error);
}

export const textOf = (error: unknown) => (error instanceof Error ? error.message : 'Unknown error');

export const orElse = (error: any, fallback: string) => error?.message || fallback;

export function untilProduction(error: Error) {
  return process.env.NODE_ENV === 'production' ? 'Something went wrong' : error.message;
}

class Refusal extends Error {}

export function ofRefusals(error: unknown) {
  if (error instanceof Refusal) return error.message;
  return 'Something went wrong';
}

export function byCode(error: { code?: string; message: string }) {
  if (error.code === 'EXPECTED') return error.message;
  return 'Something went wrong';
}

export function kindOf(error: unknown) {
  return error instanceof Error ? error.name : typeof error;
}

export function logged(error: unknown) {
  console.error(error instanceof Error ? error.message : error);
  return 'Something went wrong';
}
