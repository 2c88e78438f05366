/** Drawings of the phone's own surroundings, in the current colour. */
const svg = (width: number, height: number, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" fill="currentColor" aria-hidden="true">${body}</svg>`

export const SIGNAL = svg(
  18,
  12,
  '<rect y="8" width="3" height="4" rx="1"/><rect x="5" y="5.5" width="3" height="6.5" rx="1"/><rect x="10" y="3" width="3" height="9" rx="1"/><rect x="15" width="3" height="12" rx="1"/>',
)
export const WIFI = svg(
  17,
  12,
  '<path d="M8.5 2.6c2.4 0 4.600.9 6.2 2.400l1.200-1.300A10.800 10.800 0 0 0 8.500.8C5.700.8 3 1.900 1.100 3.700l1.200 1.300a9 9 0 0 1 6.200-2.400z"/><path d="M8.500 6.300c1.400 0 2.700.5 3.700 1.400l1.200-1.300a7.200 7.200 0 0 0-9.800 0l1.200 1.300c1-.9 2.300-1.400 3.700-1.400z"/><path d="M8.500 9.700 6.100 9.100a3.600 3.600 0 0 1 4.800 0L8.500 11.600z"/>',
)
export const BATTERY = svg(
  27,
  13,
  '<rect x=".5" y=".5" width="23" height="12" rx="3.600" fill="none" stroke="currentColor" opacity=".4"/><path d="M25 4.500v4a2.200 2.200 0 0 0 0-4z" opacity=".5"/><rect x="2" y="2" width="20" height="9" rx="2.300"/>',
)
export const BACK = svg(
  12,
  24,
  '<path d="M10 4 2.500 12 10 20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/>',
)
export const HOME = svg(
  22,
  22,
  '<path d="M3.500 10 11 3.500 18.500 10v8.500h-5v-5h-5v5h-5z" fill="none" stroke="currentColor" stroke-width="1.700" stroke-linejoin="round"/>',
)
export const MORE = svg(
  18,
  6,
  '<circle cx="2.300" cy="3" r="1.700"/><circle cx="9" cy="3" r="2.600"/><circle cx="15.700" cy="3" r="1.700"/>',
)
export const CLOSE = svg(
  18,
  18,
  '<circle cx="9" cy="9" r="7.500" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="9" cy="9" r="3"/>',
)
export const SUCCESS = svg(
  40,
  40,
  '<path d="M9 20.500 17 28.500 32 12.500" fill="none" stroke="currentColor" stroke-width="3.200" stroke-linecap="round" stroke-linejoin="round"/>',
)
export const FAILURE = svg(
  40,
  40,
  '<circle cx="20" cy="20" r="15" fill="none" stroke="currentColor" stroke-width="2.600"/><path d="M20 11.500v11" stroke="currentColor" stroke-width="3" stroke-linecap="round"/><circle cx="20" cy="28" r="1.900"/>',
)

/** An element that shows one of the drawings. They are constants: no text of others gets here. */
export function icon(drawing: string, className = 'icon'): HTMLElement {
  const holder = document.createElement('i')
  holder.className = className
  holder.innerHTML = drawing
  return holder
}
