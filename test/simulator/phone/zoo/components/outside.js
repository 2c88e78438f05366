Component({ externalClasses: ['row-class'] })
