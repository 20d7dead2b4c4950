import { BaseSequencer, type TestSpecification } from 'vitest/node'

const longest = [
  'screens-of-others',
  'screens',
  'certification',
  'linkedin-states',
  'set-up',
  'in-ats-profile-widget',
  'user-connection',
  'one-click-export',
]

/** The stories that take minutes begin first: whichever begins last has a core for itself alone, while the other is idle. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const placeOf = ({ moduleId }: TestSpecification) => {
      const place = longest.findIndex(name => moduleId.endsWith(`/e2e/${name}.test.ts`))
      return place === -1 ? longest.length : place
    }
    return sorted.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
