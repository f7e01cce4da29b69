// Somebody with a browser and no JavaScript.

/** A page as it comes. */
export interface Page {
  status: number;
  text: string;
  headers: Headers;
}

/** Opens pages of a server, and sends forms. */
export function visitorOf(url: string) {
  return async (
    path: string,
    form?: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Page> => {
    const answer = await fetch(url + path, {
      headers: { accept: 'text/html', ...headers },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
      redirect: 'manual',
    });
    return { status: answer.status, text: await answer.text(), headers: answer.headers };
  };
}

/** The value of the first field of this name. */
export function valueOf(text: string, name: string): string {
  return new RegExp(`name="${name}"\\s+value="([^"]*)"`).exec(text)![1]!;
}
