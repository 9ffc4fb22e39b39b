// file: src/db.js
// packages: mysql@2.18.1, express@4.19.0
const mysql = require('mysql');
const { promisify } = require('util');

const connection = mysql.createConnection({ host: process.env.DB_HOST });

exports.query = promisify(connection.query).bind(connection);
exports.ask = connection.query.bind(connection);
exports.run = ({ query, values }) =>
  new Promise((resolve, reject) => connection.query(query, values, (error, rows) => (error ? reject(error) : resolve(rows))));
// What is bound in front takes the place of the text.
exports.names = promisify(connection.query).bind(connection, 'SELECT name FROM users WHERE id = ?');
