/** Words that name keys in brackets, as in "Tiếp nhận (F2)": under a finger the brackets are not there (tokens.css). */
import { Fragment } from 'react';

const inBrackets = /( \(F\d{1,2}\))/;

export function Keyed({ text }: { readonly text: string }) {
  return text.split(inBrackets).map((part, place) =>
    inBrackets.test(part) ? (
      <span key={place} className="key-hint">
        {part}
      </span>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  );
}
