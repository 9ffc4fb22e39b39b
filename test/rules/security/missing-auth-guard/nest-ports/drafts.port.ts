/** Kept in one place or in another: nobody can tell which of the two it is. */
export abstract class DraftsPort {
  abstract forget(id: string): Promise<unknown>;
}
