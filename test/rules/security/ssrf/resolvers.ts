// packages: @apollo/server@4.11.0, axios@1.7.0
import { ApolloServer } from '@apollo/server';
import axios from 'axios';

const resolvers = {
  Query: {
    preview: async (_: unknown, { link }: { link: string }) => (await axios.get(link)).data, // expect: ssrf(warning medium)
    status: async () => (await axios.get('https://status.example.com')).data, // ok: ssrf
  },
  Mutation: {
    async importAll(parent: unknown, args: any) {
      for (const feed of args.feeds) await fetch(feed.address); // expect: ssrf
    },
  },
  Feed: {
    // What is there already was stored by somebody, and may have been checked.
    entries: async (feed: any) => (await axios.get(feed.address)).data, // ok: ssrf
  },
};

export default new ApolloServer({ typeDefs: '', resolvers });
export const another = new ApolloServer({ typeDefs: '', resolvers: { Subscription: { follow: async (root: unknown, { feed }: any) => fetch(feed) } } }); // expect: ssrf
