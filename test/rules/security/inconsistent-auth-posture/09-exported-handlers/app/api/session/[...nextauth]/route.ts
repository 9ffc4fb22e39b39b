import { handlers } from '@/auth';

export const { GET, POST } = handlers; // ok: inconsistent-auth-posture
