// file: app/search/page.tsx
// packages: next@15.0.0, react@19.0.0
export default async function Search({ searchParams }: { searchParams: Promise<{ q?: string; page?: string }> }) {
  const { q = '', page } = await searchParams;
  return (
    <main>
      <h1>{q}</h1> {/* ok: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: `Results for <b>${q}</b>` }} /> {/* expect: xss-raw-html(warning medium) */}
      <p dangerouslySetInnerHTML={{ __html: `Page ${Number(page)}` }} /> {/* ok: xss-raw-html */}
      <Part searchParams={{ q: '<b>none</b>' }} />
    </main>
  );
}

// Nobody but the page calls it, and with a text of its own.
export function Part({ searchParams }: { searchParams: { q: string } }) {
  return <p dangerouslySetInnerHTML={{ __html: searchParams.q }} />; // ok: xss-raw-html
}
