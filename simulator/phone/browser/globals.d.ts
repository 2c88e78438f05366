/** The mini program's global, made by wx/index.ts. */
declare const wx: Record<string, unknown>
