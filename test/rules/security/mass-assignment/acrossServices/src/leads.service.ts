import { Lead } from './entities';
import { runningServer } from './running';

const createLead = async (body: Partial<Lead>) => {
  const newLead = new Lead();
  Object.assign(newLead, body);
  Object.assign(newLead, { chatId: 'new' });
  const server = runningServer();
  const lead = server.AppDataSource.getRepository(Lead).create(newLead);
  return server.AppDataSource.getRepository(Lead).save(lead);
};

export default { createLead };
