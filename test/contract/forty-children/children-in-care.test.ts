import { holdsFor } from './holds.ts'

holdsFor('children-in-care')
