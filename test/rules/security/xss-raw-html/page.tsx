// file: app/posts/[slug]/page.tsx
// packages: next@15.0.0, react@19.0.0, @prisma/client@6.0.0, isomorphic-dompurify@2.16.0
import { PrismaClient } from '@prisma/client';
import DOMPurify from 'isomorphic-dompurify';

const prisma = new PrismaClient();
const theme = ':root { --brand: #123047; }';

export default async function Post({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const post = await prisma.post.findUniqueOrThrow({ where: { slug } });
  return (
    <article>
      <style dangerouslySetInnerHTML={{ __html: theme }} />
      <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: JSON.stringify({ headline: post.title }) }} />
      <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(post.content) }} />
      <div dangerouslySetInnerHTML={{ __html: post.content }} /> {/* expect: xss-raw-html */}
    </article>
  );
}
