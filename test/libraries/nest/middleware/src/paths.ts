export const paths = { birds: 'birds' } as const;
