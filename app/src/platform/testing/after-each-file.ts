import { afterAll } from 'vitest'
import { leaveTestDatabase } from './test-database.ts'

afterAll(leaveTestDatabase)
