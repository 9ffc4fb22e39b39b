'use client';

import * as Sentry from '@sentry/nextjs';
import { useEffect } from 'react';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => {
    Sentry.captureException(error);
  }, [error]);

  return (
    <main role="alert">
      <h1>That did not work</h1>
      <p>Nothing was lost. {error.digest ? `Tell us this code if it happens again: ${error.digest}` : null}</p>
      <button onClick={reset}>Try again</button>
    </main>
  );
}
