/** `30 วัน`, `5 ปี`: how long, for whole days. Leap days make no year longer. */
export function spanWords(days: number): string {
  const years = Math.floor(days / 365);
  return years > 0 && days - years * 365 <= years / 4 ? `${years} ปี` : `${days} วัน`;
}
