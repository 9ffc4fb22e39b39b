export const isLoginRoute = (path: string) => path === '/api/login';
export const isForgotRoute = (path: string) => path === '/api/forgot-password';
