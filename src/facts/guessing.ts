const guessed = /\bMath\s*\.\s*random\b|\bDate\.now\b|\bgetTime\b|lodash/;
const secret = /otp|passcode|password|passwd|secret|token|api_?key|session|_?code\b|(?:Code|Pin|PIN|CODE)\b/i;

/** May something that lets people in be made of what others can tell, as far as the text of a file says? */
export function mayGuess(text: string): boolean {
  return /Math\s*\.\s*random/.test(text) ? secret.test(text) : guessed.test(text) && /otp|password|token|sid\b|sessionId/i.test(text);
}
