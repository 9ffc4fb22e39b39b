import { Variable } from './entities';
import { runningServer } from './running';

const createVariable = async (newVariable: Variable) => {
  const server = runningServer();
  const variable = await server.AppDataSource.getRepository(Variable).create(newVariable);
  const stored = await server.AppDataSource.getRepository(Variable).save(variable);
  return stored;
};

export default { createVariable };
