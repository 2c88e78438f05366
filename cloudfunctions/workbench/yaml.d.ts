/** As the build puts it into the function: parsed, and found to be without a mistake. */
declare module '*.yaml' {
  const content: unknown
  export default content
}
