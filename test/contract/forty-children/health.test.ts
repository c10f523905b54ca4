import { holdsFor } from './holds.ts'

holdsFor('health')
