import { success } from '../../../lib/response';

export function GET() {
  return success({ up: true });
}
