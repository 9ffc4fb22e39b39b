export function RichText({ html, title, level }: { html: string; title: string; level: number }) {
  return (
    <section id={`level-${level}`}>
      <h2>{title}</h2>
      <div dangerouslySetInnerHTML={{ __html: html }} /> {/* ok: xss-raw-html */}
    </section>
  );
}

export default function Note(props: { text: string; after?: string }) {
  return <p dangerouslySetInnerHTML={{ __html: `<b>${props.text}</b>` }} />; // ok: xss-raw-html
}
