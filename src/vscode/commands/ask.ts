import * as vscode from 'vscode';

/** A question for one line of text. */
export interface Question {
  title: string;
  prompt: string;
  value?: string;
  placeHolder?: string;
  /** May it be left empty? */
  isOptional?: boolean;
  /** Says what is wrong with an answer. */
  validate?: (answer: string) => string | undefined;
}

/** Asks; undefined when the person backs out. Answers are trimmed. */
export async function ask({ title, prompt, value, placeHolder, isOptional, validate }: Question): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    // People look up a link or a date elsewhere while they answer.
    ignoreFocusOut: true,
    ...(value === undefined ? {} : { value }),
    ...(placeHolder === undefined ? {} : { placeHolder }),
    validateInput: (text) => {
      const trimmed = text.trim();
      if (trimmed === '') return isOptional ? undefined : vscode.l10n.t('Please say it in a few words.');
      return validate?.(trimmed);
    },
  });
  return answer?.trim();
}

/** Says what is wrong with a date. */
export function checkDate(text: string): string | undefined {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
  return isDate ? undefined : vscode.l10n.t('Please write a date as YYYY-MM-DD.');
}

/** Runs what a person asked for; what goes wrong is said to them and logged. */
export async function orSay(log: vscode.LogOutputChannel, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    log.error(message);
    void vscode.window.showErrorMessage(message);
  }
}
