export async function preview(url: string) {
  const answer = await fetch(url);
  return answer.text();
}

export async function previewOf(input: { url: string }) {
  return preview(input.url);
}
