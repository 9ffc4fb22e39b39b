// file: src/components/Search.tsx
// packages: react@19.0.0
const params = new URLSearchParams(window.location.search);

interface HintProps {
  html: string;
  fallback: string;
}

function Hint({ html, fallback }: HintProps) {
  return (
    <div>
      <p dangerouslySetInnerHTML={{ __html: html }} /> {/* expect: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: fallback }} /> {/* ok: xss-raw-html */}
    </div>
  );
}

const Count = (props: { text: string; max: number }) => {
  return (
    <div>
      <p dangerouslySetInnerHTML={{ __html: props.text }} /> {/* expect: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: props.max }} /> {/* ok: xss-raw-html */}
    </div>
  );
};

export function Search() {
  // Another one of the same name, for these elements alone.
  function Title({ html }: { html: string }) {
    return <h1 dangerouslySetInnerHTML={{ __html: html }} />; // ok: xss-raw-html
  }
  return (
    <section>
      <Title html="<b>Results</b>" />
      <Hint html={params.get('hint') ?? ''} fallback="<i>None</i>" />
      <Count text={`<b>${params.get('count')}</b>`} max={Number(params.get('max'))} />
    </section>
  );
}

function Title({ html }: { html: string }) {
  return <h1 dangerouslySetInnerHTML={{ __html: html }} />; // expect: xss-raw-html
}
export const heading = <Title html={params.get('heading')!} />;
