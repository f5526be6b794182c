/** The small line of a paper whose time an officer stated (`stated` of the envelope). */
export function StatedLine({ by }: { readonly by: string }) {
  if (by === '') return null;
  return <p className="print-stated">Ngày, giờ trên giấy này do {by} khai (đồng hồ của máy không đúng).</p>;
}
