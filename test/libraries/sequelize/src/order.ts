import { DataTypes, Model } from 'sequelize';
import { sequelize } from './db';

export class Order extends Model {}

Order.init({ total: DataTypes.INTEGER }, { sequelize });
