import { addTo } from '../model/grouping';
import type { RouteRow, Session } from './api';
import type { FileRoutes } from './protocol';

/**
 * Tells the endpoints of a session to somebody who is looking, and afterwards only those of files where something about
 * them changed. Costs nothing while nobody looks, and says nothing before the project was read once: until then, what
 * guards an endpoint may just not have been found yet.
 */
export class RoutesFeed {
  /** What was told of each file, as text. */
  private readonly told = new Map<string, string>();
  private timer: NodeJS.Timeout | undefined;
  private isWatched = false;
  private hasBegun = false;
  private hasTold = false;

  constructor(
    private readonly session: Pick<Session, 'routes'>,
    private readonly tell: (files: FileRoutes[]) => void,
    /** Milliseconds in which changes are gathered. */
    private readonly pause: number,
  ) {}

  watch(on: boolean): void {
    this.isWatched = on;
    if (on) this.tellSoon(0);
    else clearTimeout(this.timer);
  }

  /** The project was read: from now on there is something to tell. */
  begin(): void {
    this.hasBegun = true;
    this.tellSoon(0);
  }

  /** Endpoints may have changed. */
  tellSoon(pause = this.pause): void {
    if (!this.isWatched || !this.hasBegun) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tellNow(), pause);
  }

  private tellNow(): void {
    const present = new Map<string, RouteRow[]>([...this.told.keys()].map((file) => [file, []]));
    for (const row of this.session.routes()) addTo(present, row.file, row);
    const files = [...present].flatMap(([file, rows]) => {
      const text = JSON.stringify(rows);
      if (this.told.get(file) === text) return [];
      if (rows.length === 0) this.told.delete(file);
      else this.told.set(file, text);
      return { file, rows };
    });
    // That there is nothing is news, once.
    if (files.length > 0 || !this.hasTold) this.tell(files);
    this.hasTold = true;
  }

  dispose(): void {
    this.isWatched = false;
    clearTimeout(this.timer);
  }
}
