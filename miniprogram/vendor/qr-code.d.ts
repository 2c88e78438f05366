export function renderSVG(
  text: string,
  options?: {
    /** How much of the code may be damaged: 7, 15, 25 or 30 %. */
    ecc?: 'L' | 'M' | 'Q' | 'H'
    /** White modules around it. */
    border?: number
    blackColor?: string
    whiteColor?: string
  },
): string
