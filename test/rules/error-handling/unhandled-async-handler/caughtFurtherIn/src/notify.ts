export async function notifyElsewhere(text: string) {
  try {
    await fetch('https://example.com/' + text);
  } catch (error) {
    console.error(error);
  }
}
export async function loud(text: string) {
  await fetch('https://example.com/' + text);
}
