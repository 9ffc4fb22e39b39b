import { defineLibrary } from '../model/library';

const event = 'aws-lambda#event';

/** Functions of AWS Lambda and what runs them in the same way: Netlify, Serverless. What an event holds comes from whoever caused it. */
export default defineLibrary({
  id: 'aws-lambda',
  title: 'AWS Lambda',
  packages: [],
  types: Object.fromEntries(
    [
      'APIGatewayProxyEvent',
      'APIGatewayProxyEventV2',
      'APIGatewayEvent',
      'ALBEvent',
      'LambdaFunctionURLEvent',
      'SQSEvent',
      'SNSEvent',
      'S3Event',
    ].map((name) => [`aws-lambda#${name}`, event]),
  ),
  handlerShapes: [
    { params: ['event|evt', 'context|ctx', 'callback|cb'], paths: [event] },
    { params: ['event|evt', 'context|ctx'], paths: [event], exported: /./ },
    { params: ['event|evt'], paths: [event], exported: /^(handler|lambdaHandler)$/ },
  ],
  reads: {
    [event]: { input: 'arguments' },
    [`${event}.body`]: { input: 'body' },
    [`${event}.queryStringParameters`]: { input: 'query' },
    [`${event}.multiValueQueryStringParameters`]: { input: 'query' },
    [`${event}.rawQueryString`]: { input: 'query' },
    [`${event}.pathParameters`]: { input: 'params' },
    [`${event}.headers`]: { input: 'headers' },
    [`${event}.multiValueHeaders`]: { input: 'headers' },
    [`${event}.headers.*`]: { credential: true },
    // The gateway has verified whoever it names here.
    [`${event}.requestContext`]: { identity: true },
    [`${event}.identity`]: { identity: true },
  },
});
