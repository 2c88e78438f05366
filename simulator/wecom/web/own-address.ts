// Parameters of the simulator's own on the addresses of pages; no real page has them.
export const findParameter = '_sim_find'
export const pickParameter = '_sim_pick'

/** What the link itself said, without the simulator's own parameters. */
export const ownParameters = ({ searchParams }: URL): [string, string][] =>
  [...searchParams].filter(([name]) => name !== findParameter && name !== pickParameter)

/** The page's own address, path and query, without the simulator's parameters and with `added`. */
export const ownAddress = (url: URL, added: Record<string, string> = {}): string => {
  const query = new URLSearchParams([...ownParameters(url), ...Object.entries(added)])
  return query.size === 0 ? url.pathname : `${url.pathname}?${query}`
}
