import { Note, RichText } from '../../components';

export default async function Search({ searchParams }: { searchParams: Promise<{ q: string; level: string }> }) {
  const { q, level } = await searchParams;
  return (
    <main>
      <RichText html={`Results for ${q}`} title="Results" level={1} /> {/* expect: xss-raw-html(warning medium) */}
      <RichText html="<i>none</i>" title={q} level={Number(level)} /> {/* ok: xss-raw-html */}
      <RichText html={escapeHtml(q)} title={q} level={2} /> {/* ok: xss-raw-html */}
      <Note text={q} /> {/* expect: xss-raw-html */}
      <Note text="none" after={q} /> {/* ok: xss-raw-html */}
    </main>
  );
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
