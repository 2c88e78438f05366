/** Why a number of the catalogue does not come from the rules of the simulator. Faults give them all. */
export const outOfReach: { why: string; errcodes: number[] }[] = [
  {
    why: 'for service providers: suites, their tokens and tickets are not simulated',
    errcodes: [
      41024, 40082, 42009, 41022, 48003, 40084, 40078, 90210, 90211, 90212, 60221, 40125, 48004,
    ],
  },
  {
    why: 'a state of the whole corp or its papers, which no company file describes',
    errcodes: [45031, 50006, 301007, 43009, 40141, 610015, 610016, 610017, 48001, 48005, 48006],
  },
  {
    why: 'of calls that write, and nothing is written through the API here',
    errcodes: [
      60004, 60124, 60127, 40066, 81011, 81013, 45024, 45035, 6000, 48008, 301021, 40031, 40035,
    ],
  },
  {
    why: 'of settings in the admin console, which the company file checks before it is read',
    errcodes: [
      80001, 85004, 85005, 85006, 85007, 85008, 85111, 40057, 43012, 41010, 40094, 40039, 301042,
      90308,
    ],
  },
  {
    why: 'told to a page by the JS-SDK or the contacts component, not by a call',
    errcodes: [40093, 42012, 43016, 43017, 845001, 60140],
  },
  {
    why: 'of a second factor, or of a sign-in to WeCom itself',
    errcodes: [40205, 40207, 40208, 40209, 40210, 42013],
  },
  { why: 'of the tool that lifts a block', errcodes: [400010, 400011, 400012, 400013] },
  {
    why: 'another number for what 40014, 60011, 60111 and 92002 say here',
    errcodes: [92000, 92003, 60030, 60031, 92001, 90200],
  },
  { why: 'on a page for the person, not in a reply', errcodes: [84025] },
  { why: 'of the connection itself: there is no TLS on this machine', errcodes: [48010] },
  { why: 'by chance and load: a fault is the only way', errcodes: [-1, 45036] },
]
