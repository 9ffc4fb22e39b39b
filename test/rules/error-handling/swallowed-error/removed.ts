// file: src/members.ts
// packages: sequelize@6.37.0
import { DataTypes, Sequelize } from 'sequelize';

const sequelize = new Sequelize('sqlite::memory:');
const Member = sequelize.define('Member', { name: DataTypes.STRING });

// A record that is removed is no connection that is closed.
export async function removeMember(id: number) {
  await Member.destroy({ where: { id } }).catch(() => {}); // expect: swallowed-error(error medium)
}

export async function stop(socket: { destroy(): Promise<void> }) {
  await socket.destroy().catch(() => {}); // ok: swallowed-error
}
