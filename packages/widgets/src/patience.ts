/** How long people wait without a word before they wonder, in milliseconds. */
const quietly = 4000;

/** Tells when work takes longer than people like to wait without a word. */
export async function patiently<T>(work: Promise<T>, tellSlow: () => void): Promise<T> {
  const timer = setTimeout(tellSlow, quietly);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}
