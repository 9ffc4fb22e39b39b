// packages: express@4.19.0, @octokit/graphql@8.1.0, graphql-request@7.1.0, graphql@16.9.0
const express = require('express');
const { graphql } = require('@octokit/graphql');
const { GraphQLClient } = require('graphql-request');
const server = require('graphql');
const { schema } = require('./schema');

const app = express();
const client = new GraphQLClient('https://shop.example.com/graphql');

app.get('/repositories/:owner', async (req, res) => {
  const { owner } = req.params;
  await graphql(`{ repositoryOwner(login: "${owner}") { id } }`); // expect: sql-injection(error high)
  //                                         ^^^^^ becomes part of the GraphQL text that graphql runs
  await graphql('query ($owner: String!) { repositoryOwner(login: $owner) { id } }', { owner }); // ok: sql-injection
  await client.request(`query { orders(owner: "${owner}") { id } }`); // expect: sql-injection(error high)
  const asked = { method: 'POST', body: JSON.stringify({ query: `mutation { close(owner: "${owner}") }` }) }; // expect: sql-injection(error high)
  const found = { method: 'POST', body: JSON.stringify({ query: `owner:${owner}` }) }; // ok: sql-injection
  res.json([asked, found]);
});

/** Fields are chosen by the code that calls this. */
exports.orders = (fields) => client.request(`{ orders { ${fields} } }`); // ok: sql-injection

app.post('/graphql', async (req, res) => {
  const own = await server.graphql(schema, req.body.query); // ok: sql-injection
  const named = await server.graphql({ schema, source: req.body.query }); // ok: sql-injection
  const made = await server.graphql(schema, `{ order(id: "${req.body.id}") { id } }`); // expect: sql-injection
  const made2 = await server.graphql({ schema, source: `{ order(id: "${req.body.id}") { id } }` }); // expect: sql-injection
  res.json([own, named, made, made2]);
});
