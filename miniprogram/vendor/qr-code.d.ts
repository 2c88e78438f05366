/** How much of a code may be damaged: 7, 15, 25 or 30 %. */
export const correction: Readonly<Record<'L' | 'M' | 'Q' | 'H', number>>

/** @throws Error when the text is too long for the largest code. */
export function generate(
  text: string,
  options?: { minCorrectionLevel?: number },
): {
  /** Modules along a side, without the quiet zone. */
  size: number
  /** Whether a module is dark; outside of the code none is. */
  get(x: number, y: number): boolean
}
