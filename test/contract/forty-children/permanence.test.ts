import { holdsFor } from './holds.ts'

holdsFor('permanence')
