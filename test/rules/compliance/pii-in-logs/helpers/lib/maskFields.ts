export const maskFields = (value: unknown): unknown => (value === undefined ? value : '***');
