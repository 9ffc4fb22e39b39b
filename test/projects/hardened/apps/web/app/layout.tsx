import type { ReactNode } from 'react';

export const metadata = { title: 'Kiln & Clay', description: 'Pottery classes and handmade ceramics' };

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
