export { GET, POST } from '@/lib/shared';
export { remove as DELETE } from '@/lib/shared';
