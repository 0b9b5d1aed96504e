/** A page of the bot as words. */
export async function wordsOfPage(url: string): Promise<string> {
  const response = await fetch(url);
  const html = await response.text();
  if (!response.ok) return `(HTTP ${response.status})`;
  return html
    .replace(/<(style|script|title)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
