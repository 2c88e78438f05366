// Stands in for packages that @cloudbase/node-sdk loads at its top level for things this project does
// not do: AI, data models, MySQL, the errors of file storage. They are half of its size and of the time
// that a cold start takes to read it. Each name is one that the SDK takes from one of them.

function leftOut(): never {
  throw new Error('this part of the CloudBase SDK was left out of the bundle: see scripts/slim')
}

// @cloudbase/ai and @cloudbase/app
export { leftOut as AI }
export const LANGS = {}
// web-streams-polyfill
export { leftOut as ReadableStream }
// xml2js
export { leftOut as parseString }
// @cloudbase/wx-cloud-client-sdk: the SDK tries it at init and goes on without it
export default { generateHTTPClient: leftOut, generateMySQLClient: leftOut }
