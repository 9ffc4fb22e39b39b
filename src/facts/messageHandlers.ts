import type { FunctionRef, FunctionSummary, MessageHandler, Sink } from '../model/facts';
import { addTo } from '../model/grouping';

/** How many times what runs for a message may send another one. */
const deepest = 3;
const mostSinks = 12;

/** Functions that run when somebody hands a message of a class to a bus: what they do is done by whoever sends it. */
export class MessageHandlers {
  private readonly byMessage = new Map<string, MessageHandler[]>();

  /** Takes the present handlers of a file. Returns whether others run now than before. */
  update(before: readonly MessageHandler[], now: readonly MessageHandler[]): boolean {
    for (const { message } of before) {
      const rest = (this.byMessage.get(message) ?? []).filter((handler) => !before.includes(handler));
      if (rest.length > 0) this.byMessage.set(message, rest);
      else this.byMessage.delete(message);
    }
    for (const handler of now) addTo(this.byMessage, handler.message, handler);
    return keys(before) !== keys(now);
  }

  /** What a function does, together with what runs for the messages that it sends. */
  together(
    summary: FunctionSummary | undefined,
    summaryOf: (ref: FunctionRef) => FunctionSummary | undefined,
    depth = deepest,
  ): FunctionSummary | undefined {
    if (!summary?.sends || depth === 0) return summary;
    let result = summary;
    for (const { message, span } of summary.sends) {
      for (const { handler } of this.byMessage.get(message) ?? []) {
        const own = this.together(summaryOf(handler), summaryOf, depth - 1);
        if (own && own.id !== summary.id) result = added(result, own, span);
      }
    }
    return result;
  }
}

function keys(handlers: readonly MessageHandler[]): string {
  return handlers.map(({ message, handler }) => `${message} ${handler.file}#${handler.id}`).join('\n');
}

/** A function with what it has done by another one. Whether that one lets everybody through is not for certain. */
function added(summary: FunctionSummary, other: FunctionSummary, span: Sink['span']): FunctionSummary {
  const asks = other.guards.some(({ kind }) => kind === 'authentication' || kind === 'signature') ? other.id : other.mayAsk;
  const mayAsk = summary.mayAsk ?? asks;
  const unread = summary.unread ?? other.unread;
  const deeds = [...new Set([...(summary.deeds ?? []), ...(other.deeds ?? [])])];
  return {
    ...summary,
    sinks: [...summary.sinks, ...other.sinks.map((sink) => ({ ...sink, span }))].slice(0, mostSinks),
    logs: summary.logs || other.logs,
    ...(summary.mayLog || other.mayLog ? { mayLog: true as const } : {}),
    ...(mayAsk === undefined ? {} : { mayAsk }),
    ...(unread === undefined ? {} : { unread }),
    ...(deeds.length > 0 ? { deeds } : {}),
  };
}
