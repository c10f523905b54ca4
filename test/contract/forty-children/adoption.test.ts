import { holdsFor } from './holds.ts'

holdsFor('adoption')
