/** Milliseconds of silence after which nobody is at the other end: the server speaks every 15 seconds. */
const longestSilence = 40_000;

/**
 * What a server pushes (server-sent events), as a browser receives it; nothing where there is no
 * `EventSource`. Ends when the line does.
 */
export async function* pushed(
  url: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, void> {
  if (typeof EventSource === 'undefined') return;
  const source = new EventSource(url);
  const heard: string[] = [];
  let isOver = false;
  let wake = () => {};
  let silence: ReturnType<typeof setTimeout> | undefined;
  const end = () => {
    isOver = true;
    wake();
  };
  const listen = () => {
    clearTimeout(silence);
    silence = setTimeout(end, longestSilence);
  };
  source.onmessage = ({ data }: MessageEvent<string>) => {
    listen();
    heard.push(data);
    wake();
  };
  source.addEventListener('still', listen);
  source.onerror = end;
  signal?.addEventListener('abort', end, { once: true });
  listen();
  try {
    while (!isOver || heard.length > 0) {
      if (heard.length > 0) yield heard.shift()!;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    clearTimeout(silence);
    source.close();
    signal?.removeEventListener('abort', end);
  }
}
