/** Pixels whose detail is worked on at a time. */
const PIECE = 1 << 14;

/** Whether a piece of work ends behind row `y`. */
export function endsPiece(y: number, width: number): boolean {
  const rows = Math.max(1, Math.floor(PIECE / width));
  return y % rows === rows - 1;
}
