import { defineLibrary, type CallRole } from '../model/library';

const processor: CallRole = { route: { methods: ['JOB'], path: 0, handlers: 1, alone: true, entry: 'job', params: ['bullmq#job'] } };
const listener: CallRole = { unawaited: 'emitter' };

/** BullMQ and Bull: a worker's processor runs for each job; its rejection makes the job fail, which the worker tells its listeners. */
export default defineLibrary({
  id: 'bullmq',
  title: 'BullMQ',
  packages: ['bullmq', 'bull'],
  aliases: {
    'bullmq#Worker()': 'bullmq#worker',
    'bullmq#QueueEvents()': 'bullmq#worker',
    'bull#()': 'bull#queue',
    'bull#Queue()': 'bull#queue',
  },
  types: { 'bullmq#Job': 'bullmq#job', 'bull#Job': 'bullmq#job' },
  calls: {
    'bullmq#Queue': { connects: 'connection' },
    'bull#': { connects: 'connection' },
    'bull#Queue': { connects: 'connection' },
    'bullmq#Worker': processor,
    'bull#queue.process': { route: { methods: ['JOB'], path: 0, handlers: 0, entry: 'job', params: ['bullmq#job'] } },
    'bullmq#worker.on': listener,
    'bull#queue.on': listener,
  },
  rejection: () => 'handled-by-framework',
});
