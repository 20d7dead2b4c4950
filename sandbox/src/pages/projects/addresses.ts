export const projectsAddress = '/talent/projects'

export function projectAddress(projectId: string): string {
  return `${projectsAddress}/${encodeURIComponent(projectId)}`
}
