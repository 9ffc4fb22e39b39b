// file: src/leave.ts
export class Leaving {
  private go(address: string) {
    window.location.replace(address);
  }

  back() {
    const { location }: { location: Location } = this.surroundings;
    this.go(location.hash.slice(1)); // expect: open-redirect
    this.go(location.pathname); // ok: open-redirect
  }

  constructor(private readonly surroundings: { location: Location }) {}
}

export function follow(place: Location, shop: { location: { hash: string } }) {
  window.location.href = decodeURIComponent(place.hash.slice(1)); // expect: open-redirect
  window.location.href = place.origin; // ok: open-redirect
}
