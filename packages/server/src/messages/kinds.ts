/** What a message may say, and what each kind knows to say it with: `{number}` in a text. */
export const placeholders = {
  /** A seat was taken. */
  confirmation: visitPlaceholders(),
  /** The day before. */
  reminder: visitPlaceholders(),
  /** The visit has another time now. */
  moved: visitPlaceholders(),
  /** The mall has called the visit off. */
  cancelled: visitPlaceholders(),
  /** Few are before one who is here. */
  'called-soon': [...visitPlaceholders(), 'before'],
  /** An application waits for its applicant. */
  'needs-correction': [...applicationPlaceholders(), 'deadline'],
  /** What was applied for is there: to download, or to fetch. */
  ready: applicationPlaceholders(),
} as const;

/** Why a message is sent. */
export type MessageKind = keyof typeof placeholders;

export const messageKinds = Object.keys(placeholders) as MessageKind[];

/** What stands for the placeholders of a kind, in the language of the message. */
export type Facts<K extends MessageKind = MessageKind> = Record<
  (typeof placeholders)[K][number],
  string
>;

function visitPlaceholders() {
  return [
    ...(['service', 'agency', 'place', 'address'] as const),
    ...(['number', 'day', 'time', 'code', 'link'] as const),
  ] as const;
}

function applicationPlaceholders() {
  return ['service', 'agency', 'code', 'link'] as const;
}
