import { defineLibrary, type CallRole } from '../model/library';

const args = 'graphql#args';
const params = ['graphql#parent', args, 'graphql#context', 'graphql#info'];
const resolvers: CallRole = { callbacks: [{ args: [0], params, property: 'resolvers' }] };
const text = (argument: number | `option:${string}`): CallRole => ({ sinks: [{ category: 'sql', arg: argument, language: 'GraphQL' }] });
/** Names of variables stand in the text, values apart. */
const client: CallRole = text(0);

/** A server runs what its clients ask: a text that it makes of what they send is another matter. */
const runs: CallRole = {
  sinks: [
    { category: 'sql', arg: 1, language: 'GraphQL', served: true },
    { category: 'sql', arg: 'option:source', language: 'GraphQL', served: true },
  ],
};

/** Resolvers, wherever they are put together, and clients that send the text of a query. */
export default defineLibrary({
  id: 'graphql',
  title: 'GraphQL',
  packages: [],
  aliases: {
    '@octokit/core#Octokit()': 'graphql#octokit',
    '@octokit/rest#Octokit()': 'graphql#octokit',
    'octokit#Octokit()': 'graphql#octokit',
    '@actions/github#getOctokit()': 'graphql#octokit',
    'graphql#octokit.graphql': '@octokit/graphql#graphql',
    'graphql#octokit.request': '@octokit/request#request',
    '@octokit/graphql#graphql.defaults()': '@octokit/graphql#graphql',
    '@octokit/graphql#withCustomRequest()': '@octokit/graphql#graphql',
    '@octokit/request#request.defaults()': '@octokit/request#request',
    'graphql-request#GraphQLClient()': 'graphql#client',
  },
  types: { 'graphql-request#GraphQLClient': 'graphql#client' },
  handlerShapes: [{ params: [], paths: params, inside: /^(Query|Mutation|Subscription)$/ }],
  calls: {
    ...Object.fromEntries(
      [
        '@apollo/server#ApolloServer',
        'apollo-server#ApolloServer',
        'apollo-server-express#ApolloServer',
        'apollo-server-lambda#ApolloServer',
        '@graphql-tools/schema#makeExecutableSchema',
        'graphql-tools#makeExecutableSchema',
        'graphql-yoga#createSchema',
      ].map((path) => [path, resolvers]),
    ),
    // 2 and 3 hand the option to `cors`; since 4 it is a matter of the server around it.
    'apollo-server#ApolloServer': { ...resolvers, cors: { options: 0, within: 'cors', optional: true, standard: 'all', lists: true } },
    '@octokit/graphql#graphql': client,
    '@octokit/request#request': { sinks: [{ category: 'sql', arg: 'option:query', language: 'GraphQL', onlyWhen: 'arg0:post /graphql' }] },
    'graphql-request#request': text(1),
    'graphql-request#default': text(1),
    'graphql#client.request': client,
    'graphql#client.rawRequest': client,
    // graphql 15 took its arguments in order, later ones take them by name.
    'graphql#graphql': runs,
    'graphql#graphqlSync': runs,
  },
  reads: { [args]: { input: 'arguments' } },
});
