// file: pages/items/[id].tsx
// packages: next@14.2.0, react@18.3.0
export async function getServerSideProps({ params, query }) {
  if (!params.id) return { notFound: true };
  return { props: { id: params.id, note: query.note ?? '', heading: '<b>Item</b>', count: Number(query.count) } };
}

export default function Item({ id, note, heading, count, other }) {
  return (
    <main>
      <p dangerouslySetInnerHTML={{ __html: id }} /> {/* expect: xss-raw-html(warning medium) */}
      <p dangerouslySetInnerHTML={{ __html: '<i>' + note + '</i>' }} /> {/* expect: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: heading }} /> {/* ok: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: `${count} left` }} /> {/* ok: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: other }} /> {/* ok: xss-raw-html */}
      <Note note="<i>none</i>" />
    </main>
  );
}

export function Note({ note }) {
  return <p dangerouslySetInnerHTML={{ __html: note }} />; // ok: xss-raw-html
}
