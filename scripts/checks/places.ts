/** Where a file of ours stands in the house. */
export interface Place {
  file: string
  workspace: 'rsc' | 'sandbox' | 'app' | 'around'
  /** Inside app/src: platform, ui, hiring, linkedin, recommendations, or top for main, routes, screens and the like. */
  area: string
  /** The folder that owns tables: `hiring/jobs`, `platform/queue`, or the area itself for a file right in it. */
  slice: string
  isScreen: boolean
  isTest: boolean
}

export function placeOf(file: string): Place {
  const parts = file.split('/')
  const [workspace = ''] = parts
  const inner = workspace === 'app' && parts[1] === 'src' ? parts.slice(2, -1) : []
  return {
    file,
    workspace: workspace === 'rsc' || workspace === 'sandbox' || workspace === 'app' ? workspace : 'around',
    area: inner[0] ?? 'top',
    slice: inner.slice(0, 2).join('/') || file,
    isScreen: file.endsWith('.tsx'),
    isTest: /\.test\.tsx?$/.test(file) || parts.includes('testing'),
  }
}
