Component({ relations: { './list': { type: 'parent' } } })
