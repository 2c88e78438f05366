Component({
  behaviors: ['wx://component-export'],
  properties: { label: String },
  export() {
    return { exported: this.data.label }
  },
})
