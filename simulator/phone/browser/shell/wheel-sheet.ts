import { button, element } from '../dom'
import { createWheel } from '../wheel'

/** Columns of texts, and the number of the chosen text in each. */
export interface Wheels {
  columns: readonly (readonly string[])[]
  chosen: readonly number[]
}

export interface WheelSheet {
  /** The numbers that the person confirmed, or `undefined` when dismissed. */
  answer: Promise<number[] | undefined>
  /** Shows other columns on the sheet that is open. */
  update(wheels: Wheels): void
}

export type OpenWheels = (
  title: string,
  wheels: Wheels,
  turned: (column: number, index: number) => void,
) => WheelSheet

const ITEM_HEIGHT = 44

/** The sheet with wheels from which a picker's value is chosen. */
export function createWheelSheet(
  layer: HTMLElement,
  words: { cancel: string; confirm: string },
): OpenWheels {
  return (title, first, turned) => {
    const cover = element('div', 'cover bottom')
    const sheet = element('div', 'wheel-sheet')
    const columns = element('div', 'wheel-columns')
    let wheels: { shown: string; standing(): number; turnTo(index: number): void }[] = []

    const update = ({ columns: texts, chosen }: Wheels) => {
      texts.forEach((items, index) => {
        const shown = JSON.stringify(items)
        if (wheels[index]?.shown !== shown) {
          const column = drawnColumn(items)
          const old = columns.children[index]
          if (old === undefined) columns.append(column)
          else old.replaceWith(column)
          const wheel = createWheel(
            column,
            () => ITEM_HEIGHT,
            (at) => turned(index, at),
          )
          wheels[index] = { ...wheel, shown }
        }
        const wanted = chosen[index] ?? 0
        if (wheels[index]?.standing() !== wanted) wheels[index]?.turnTo(wanted)
      })
      wheels = wheels.slice(0, texts.length)
      while (columns.children.length > texts.length) columns.lastChild?.remove()
    }

    sheet.setAttribute('role', 'dialog')
    sheet.ariaLabel = title
    const answer = new Promise<number[] | undefined>((resolve) => {
      const finish = (chosen: number[] | undefined) => {
        cover.remove()
        resolve(chosen)
      }
      const bar = element('header', 'wheel-bar')
      bar.append(
        button('wheel-cancel', words.cancel, () => finish(undefined)),
        element('strong', '', title),
        button('wheel-confirm', words.confirm, () =>
          finish(wheels.map((wheel) => wheel.standing())),
        ),
      )
      sheet.append(bar, columns)
      cover.append(sheet)
      cover.addEventListener('click', ({ target }) => {
        if (target === cover) finish(undefined)
      })
    })
    layer.append(cover)
    update(first)
    return { answer, update }
  }
}

function drawnColumn(items: readonly string[]): HTMLElement {
  const column = element('div', 'wheel')
  column.setAttribute('role', 'listbox')
  column.append(
    ...items.map((text) => {
      const item = element('div', 'wheel-item', text)
      item.setAttribute('role', 'option')
      return item
    }),
  )
  return column
}
