import type { HostMessage } from './protocol';

/** What is known of a message without looking into it. */
function fileOf(message: HostMessage): string | undefined {
  return 'file' in message ? `${message.folder}\0${message.file}` : undefined;
}

/** What stands for texts of the same file that were typed before the worker came to it. */
function merged(earlier: HostMessage, later: HostMessage): HostMessage | undefined {
  if (later.type === 'setText' && (earlier.type === 'setText' || earlier.type === 'editText')) return later;
  if (later.type === 'editText' && earlier.type === 'editText') return { ...later, edits: [...earlier.edits, ...later.edits] };
  return undefined;
}

/**
 * Messages that wait for the worker. The newest text of a file stands for those before it, so that a slow machine is never
 * more than one analysis behind; a cancelled request that has not begun is never begun. Order is kept otherwise.
 */
export class Inbox {
  private waiting: HostMessage[] = [];

  get isEmpty(): boolean {
    return this.waiting.length === 0;
  }

  /** Takes a message in. Gives the id of a waiting request that it cancelled. */
  push(message: HostMessage): number | undefined {
    if (message.type === 'cancel') {
      const index = this.waiting.findIndex((other) => 'id' in other && other.type !== 'cancel' && other.id === message.id);
      if (index < 0) {
        // It is running: cancelling it must not wait behind other messages.
        this.waiting.unshift(message);
        return undefined;
      }
      this.waiting.splice(index, 1);
      return message.id;
    }
    const file = fileOf(message);
    const last =
      file === undefined ? -1 : this.waiting.findLastIndex((other) => fileOf(other) === file || isForWholeFolder(other, message));
    const stands = last < 0 ? undefined : merged(this.waiting[last]!, message);
    if (stands) this.waiting[last] = stands;
    else this.waiting.push(message);
    return undefined;
  }

  /** The next message to work on. */
  take(): HostMessage | undefined {
    return this.waiting.shift();
  }
}

/** Opening and closing a session, and what is read from disk, must keep their place among the texts of its files. */
function isForWholeFolder(message: HostMessage, other: HostMessage): boolean {
  return (
    'folder' in message &&
    'folder' in other &&
    message.folder === other.folder &&
    !('file' in message) &&
    message.type !== 'scan' &&
    message.type !== 'readiness'
  );
}
