// file: src/shops.ts
interface Location {
  hash: string;
}

export function visit(shop: Location) {
  window.location.href = shop.hash.slice(1); // ok: open-redirect
}
