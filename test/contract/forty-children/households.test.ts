import { holdsFor } from './holds.ts'

holdsFor('households')
