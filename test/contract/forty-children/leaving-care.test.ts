import { holdsFor } from './holds.ts'

holdsFor('leaving-care')
