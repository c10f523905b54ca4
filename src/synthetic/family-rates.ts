import { rates } from './rates.ts'

/** Brothers and sisters in care. */
export const familyRates = rates(
  'Own estimate: about half of the children in care have a brother or sister in care, and more of them live together than apart',
  {
    joins: 0.8,
    /** Days between the births of two who follow each other. */
    apart: [300, 2200],
    most: 4,
    together: 0.85,
    /** Of pairs, those about whom it is decided whether they live together. */
    decided: 0.94,
    decidedAfter: [4, 40],
    arrangedInTime: 0.82,
    arrangedEver: 0.8,
  },
)
