/** One thing wrong in a company file: where (keys and indexes from the top) and what. */
export interface Problem {
  path: (string | number)[]
  message: string
  /** Point at the key itself, not at its value. */
  atKey?: boolean
}

/** The same with its place in the text; lines and columns count from 1. */
export interface LocatedProblem {
  line: number
  column: number
  message: string
}

/** Lists everything that is wrong with a company file, one `file:line:column  message` per line. */
export class CompanyFileError extends Error {
  override readonly name = 'CompanyFileError'

  constructor(
    readonly fileName: string,
    readonly problems: LocatedProblem[],
  ) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`
    const lines = problems.map(
      ({ line, column, message }) => `  ${fileName}:${line}:${column}  ${message}`,
    )
    super([`${count} in the company file (企业)`, ...lines].join('\n'))
  }
}
