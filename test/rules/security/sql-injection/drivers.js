// packages: express@4.19.0, mysql@2.18.1, oracledb@6.6.0, @google-cloud/spanner@7.0.0, aws-sdk@2.1600.0, neo4j-driver@5.23.0, pg-promise@11.9.0, koa-route@4.0.0, koa@2.15.0, xss@1.0.15
const express = require('express');
const mysql = require('mysql');
const oracledb = require('oracledb');
const { Spanner } = require('@google-cloud/spanner');
const AWS = require('aws-sdk');
const neo4j = require('neo4j-driver');
const pgp = require('pg-promise')();
const route = require('koa-route');
const xss = require('xss');

const app = express();
const pool = mysql.createPool({});
const spanner = new Spanner().instance('main').database('shop');
const dynamo = new AWS.DynamoDB();
const driver = neo4j.driver('bolt://localhost');
const db = pgp('postgres://localhost');

app.get('/', async (req, res) => {
  const { name } = req.query;
  pool.getConnection((error, connection) => {
    connection.query({ sql: `SELECT * FROM books WHERE author = '${name}'` }); // expect: sql-injection(error high)
    connection.query({ sql: 'SELECT * FROM books WHERE author = ?', values: [name] }); // ok: sql-injection
  });
  const connection = await oracledb.getConnection({});
  await connection.execute(`SELECT * FROM books WHERE author = '${name}'`); // expect: sql-injection(error high)
  await connection.execute('SELECT * FROM books WHERE author = :name', { name }); // ok: sql-injection
  await spanner.run({ sql: `SELECT * FROM books WHERE author = '${name}'` }); // expect: sql-injection(error high)
  await spanner.run({ sql: 'SELECT * FROM books WHERE author = @name', params: { name } }); // ok: sql-injection
  const statements = { Statements: [{ Statement: 'SELECT * FROM books' }, { Statement: `SELECT * FROM books WHERE author = '${name}'` }] }; // expect: sql-injection(error high)
  dynamo.batchExecuteStatement(statements);
  await driver.session().run(`MATCH (b:Book {author: '${name}'}) RETURN b`); // expect: sql-injection(error high)
  //                                                    ^^^^ becomes part of the Cypher text
  await driver.session().run('MATCH (b:Book {author: $name}) RETURN b', { name }); // ok: sql-injection
  await db.task((task) => task.any(`SELECT * FROM books WHERE author = '${name}'`)); // expect: sql-injection(error high)
  await db.any(`SELECT * FROM books WHERE page = ${req.query.pages.length}`); // ok: sql-injection
  const pages = req.query.pages.map(Number).join(',');
  await db.any(`SELECT * FROM books WHERE page IN (${pages})`); // ok: sql-injection
  await db.any(`SELECT * FROM books WHERE name = '${req.param('name')}'`); // expect: sql-injection(error high)
  const conditions = [];
  if (name) conditions.push(`author LIKE '%${name}%'`);
  const text = 'SELECT * FROM books' + (conditions.length > 0 ? ' WHERE ' + conditions.join(' AND ') : '');
  await db.any(text); // expect: sql-injection(error high)
  res.end();
});

// Safe to be shown is not safe to be asked.
module.exports = route.get('/books/:name', (context, name) => db.any(`SELECT * FROM books WHERE name = '${xss(name)}'`)); // expect: sql-injection(error high)
