export const guarded = ['/api/(.*)'].map((path) => path);
