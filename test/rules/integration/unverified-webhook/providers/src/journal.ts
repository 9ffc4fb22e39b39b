import { createJournal } from 'some-journal';

export const journal = createJournal();
