// packages: apollo-server@3.13.0
import { ApolloServer } from 'apollo-server';
import { resolvers, typeDefs } from './schema';

export const asking = new ApolloServer({
  typeDefs,
  resolvers,
  cors: { origin: true, credentials: true }, // expect: permissive-cors(error)
});
export const open = new ApolloServer({ typeDefs, resolvers, cors: { origin: true } }); // ok: permissive-cors
export const standard = new ApolloServer({ typeDefs, resolvers }); // ok: permissive-cors
export const closed = new ApolloServer({ typeDefs, resolvers, cors: false }); // ok: permissive-cors
export const listed = new ApolloServer({ typeDefs, resolvers, cors: { origin: ['https://shop.example.com'], credentials: true } }); // ok: permissive-cors
