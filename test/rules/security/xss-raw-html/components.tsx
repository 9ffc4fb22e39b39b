// file: src/components/Profile.tsx
// packages: react@18.3.0, react-router-dom@6.26.0, dompurify@3.1.0
import DOMPurify from 'dompurify';
import { createElement, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router-dom';

export function Profile({ html }: { html: string }) {
  const [params] = useSearchParams();
  const { search } = useLocation();
  const bio = useMemo(() => params.get('bio') ?? '', [params]);
  return (
    <article>
      <p dangerouslySetInnerHTML={{ __html: bio }} /> {/* expect: xss-raw-html(warning medium) */}
      <p dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(bio) }} /> {/* ok: xss-raw-html */}
      <p dangerouslySetInnerHTML={{ __html: html }} /> {/* ok: xss-raw-html */}
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ about: bio }) }} /> {/* expect: xss-raw-html */}
      <p>{bio}</p> {/* ok: xss-raw-html */}
      <a href={params.get('site')!}>Site</a> {/* expect: xss-raw-html */}
      <a href={`/people?name=${params.get('name')}`}>Person</a> {/* ok: xss-raw-html */}
      <a href={'/people' + search}>People</a> {/* ok: xss-raw-html */}
      <iframe src={params.get('video') ?? ''} /> {/* expect: xss-raw-html */}
      <img src={params.get('picture') ?? ''} /> {/* ok: xss-raw-html */}
    </article>
  );
}

export function Footer() {
  const [params] = useSearchParams();
  return createElement('div', { dangerouslySetInnerHTML: { __html: params.get('footer') } }); // expect: xss-raw-html
}
