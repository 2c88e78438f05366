// The source of the mini program as TypeScript understands it, by the tsconfig.json at the root.
import path from 'node:path'
import ts from 'typescript'

const root = path.resolve(__dirname, '../..')
export const sourceRoot = path.join(root, 'miniprogram')

/**
 * @param planted Files that are not there, by their path below miniprogram/.
 * @param more Options over those of tsconfig.json.
 */
export const readSource = (
  planted: Record<string, string> = {},
  more: ts.CompilerOptions = {},
): ts.Program => {
  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile)
  const { fileNames, options: own } = ts.parseJsonConfigFileContent(config, ts.sys, root)
  const options = { ...own, ...more }
  const files = new Map(
    Object.entries(planted).map(([file, text]) => [path.join(sourceRoot, file), text]),
  )
  const host = ts.createCompilerHost(options)
  const { readFile, fileExists } = host
  return ts.createProgram([...fileNames, ...files.keys()], options, {
    ...host,
    readFile: (file) => files.get(file) ?? readFile(file),
    fileExists: (file) => files.has(file) || fileExists(file),
    getSourceFile: (file, version) => {
      const text = files.get(file) ?? readFile(file)
      return text === undefined ? undefined : ts.createSourceFile(file, text, version, true)
    },
  })
}

/** What TypeScript says of one file: its number, the line (from 1) and the sentence. */
export const problemsIn = (
  program: ts.Program,
  file: string,
): { code: number; line: number; text: string }[] => {
  const source = program.getSourceFile(path.join(sourceRoot, file))
  return [
    ...program.getSyntacticDiagnostics(source),
    ...program.getSemanticDiagnostics(source),
  ].map(({ code, start = 0, messageText }) => ({
    code,
    line: (source?.getLineAndCharacterOfPosition(start).line ?? -1) + 1,
    text: ts.flattenDiagnosticMessageText(messageText, ' '),
  }))
}

/** The files of the mini program itself, in a program made by readSource. */
export const filesOf = (program: ts.Program): ts.SourceFile[] =>
  program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(sourceRoot) && !fileName.endsWith('.d.ts'))
