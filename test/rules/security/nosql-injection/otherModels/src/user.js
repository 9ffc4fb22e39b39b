const { Sequelize, DataTypes } = require('sequelize');

const database = new Sequelize(process.env.DATABASE_URL);
module.exports = database.define('User', { email: DataTypes.STRING });
