import { holdsFor } from './holds.ts'

holdsFor('education')
