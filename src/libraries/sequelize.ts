import { defineLibrary, type CallRole } from '../model/library';

const query: CallRole = { data: { operation: 'raw' }, sinks: [{ category: 'sql', arg: 0, safeWhen: 'values-argument' }] };

/** Sequelize 6 and 7: `query` and `literal` take text as it is. */
export default defineLibrary({
  id: 'sequelize',
  title: 'Sequelize',
  packages: ['sequelize', '@sequelize/core'],
  aliases: {
    'sequelize#Sequelize()': 'sequelize#db',
    'sequelize#()': 'sequelize#db',
    '@sequelize/core#Sequelize()': 'sequelize#db',
  },
  types: { 'sequelize#Sequelize': 'sequelize#db' },
  names: { sequelize: 'sequelize#db' },
  calls: {
    'sequelize#db.query': query,
    'sequelize#db.escape': { sanitises: ['sql'] },
    'sequelize#literal': { sinks: [{ category: 'sql', arg: 0 }] },
    'sequelize#Sequelize.literal': { sinks: [{ category: 'sql', arg: 0 }] },
    'sequelize#db.literal': { sinks: [{ category: 'sql', arg: 0 }] },
  },
});
