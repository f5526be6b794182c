/**
 * Where an event lies on this device: in its own log (by seq), or among the events that came from elsewhere (by ordinal). One number, because rows keep
 * millions of them: its sign says which, and only this file knows that.
 */
declare const brand: unique symbol;
export type Place = number & { readonly [brand]: 'Place' };

export function ownPlace(seq: number): Place {
  return seq as Place;
}

export function foreignPlace(ordinal: number): Place {
  return -ordinal as Place;
}

export function isOwn(place: Place): boolean {
  return place > 0;
}

/** Own events only. */
export function seqOf(place: Place): number {
  return place;
}

/** Foreign events only. */
export function ordinalOf(place: Place): number {
  return -place;
}

/** An own event the server has not confirmed. */
export function isUnsent(place: Place, ackedSeq: number): boolean {
  return place > ackedSeq;
}
