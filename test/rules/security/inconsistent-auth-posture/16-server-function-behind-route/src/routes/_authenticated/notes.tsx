import { createFileRoute, redirect } from '@tanstack/react-router';
import { listNotes, removeNotes } from '../../server/notes';

export const Route = createFileRoute('/_authenticated/notes')({
  beforeLoad: ({ context }) => {
    if (!context.user) throw redirect({ to: '/login' });
  },
  loader: () => listNotes(),
  component: () => <button onClick={() => removeNotes()}>Remove all</button>,
});
