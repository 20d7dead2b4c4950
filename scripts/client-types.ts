// Writes the types of the client from the API's own document.
// The known generators need the compiler interface of TypeScript 5, and two compilers in one tree are dear.
import { writeFile } from 'node:fs/promises'
import { clientTypesFile, renderClientTypes } from './render-client-types.ts'

await writeFile(clientTypesFile, renderClientTypes())
console.log('Types of the client written.')
