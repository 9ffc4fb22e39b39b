export const sortColumns: Record<string, string> = { name: 'name', date: 'created_at' };
export const allowed = ['name', 'date'];
export default { name: 'name' };
