/** Where an application can stand. */
export const applicationStates = [
  'submitted',
  'verifying',
  'needs-correction',
  'awaiting-payment',
  'processing',
  'issued',
  'ready-for-pickup',
  'completed',
  'rejected',
  'withdrawn',
] as const;

/** Where an application stands. */
export type ApplicationState = (typeof applicationStates)[number];

/** Where an application may go from where it stands. One that may go nowhere has ended. */
export const applicationMoves: Readonly<Record<ApplicationState, readonly ApplicationState[]>> = {
  submitted: ['verifying', 'withdrawn'],
  verifying: ['needs-correction', 'awaiting-payment', 'processing', 'rejected', 'withdrawn'],
  'needs-correction': ['verifying', 'rejected', 'withdrawn'],
  'awaiting-payment': ['processing', 'rejected', 'withdrawn'],
  processing: ['needs-correction', 'awaiting-payment', 'issued', 'rejected', 'withdrawn'],
  issued: ['ready-for-pickup', 'completed'],
  'ready-for-pickup': ['completed'],
  completed: [],
  rejected: [],
  withdrawn: [],
};
