/** Why there was no clear answer. Whatever else goes wrong has its sentence in `errors`. */
export const causes = {
  causes: {
    unreachable: 'Tidak ada sambungan.',
    timed_out: 'Server terlalu lama menjawab.',
    busy: 'Server sedang ramai.',
    internal: 'Server sedang bermasalah.',
    unexpected_answer: 'Jawaban server tidak bisa dibaca.',
  },
};

/** Texts of why there was no clear answer. */
export type CausesMessages = typeof causes;
