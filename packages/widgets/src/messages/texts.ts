/** Texts of one widget: Indonesian at hand, English fetched when it is wanted. */
export interface Texts<M> {
  readonly id: M;
  readonly en: () => Promise<M>;
}
