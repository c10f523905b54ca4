import { plainDate } from '../../core/dates/plain-date.ts'
import { codeList } from '../../core/definitions/code-list.ts'

const april2021 = plainDate('2021-04-01')

export const ActivityOfCareLeaver = codeList('care-leaver-activity', {
  label: 'Main activity of a care leaver',
  source: 'DfE SSDA903, care leavers (ACTIV); labels in our own words',
  codes: {
    F1: 'Full time: higher education',
    P1: 'Part time: higher education',
    F2: 'Full time: other education',
    P2: 'Part time: other education',
    F3: { label: 'Full time: training or work', to: april2021 },
    P3: { label: 'Part time: training or work', to: april2021 },
    F4: { label: 'Full time: apprenticeship', from: april2021 },
    P4: { label: 'Part time: apprenticeship', from: april2021 },
    F5: { label: 'Full time: training or work, no apprenticeship', from: april2021 },
    P5: { label: 'Part time: training or work, no apprenticeship', from: april2021 },
    G4: 'None, because of illness or disability',
    G5: 'None, for another reason',
    G6: 'None, because of pregnancy or a child',
    '0': 'Not known: not in touch',
  },
})

export const HomeOfCareLeaver = codeList('care-leaver-home', {
  label: 'Where a care leaver lives',
  source: 'DfE SSDA903, care leavers (ACCOM): the letter of the code; labels in our own words',
  codes: {
    B: 'With parents or relatives',
    C: 'Residential care',
    D: 'Semi-independent',
    E: 'Supported lodgings',
    G: 'Abroad',
    H: 'Deported',
    K: 'Ordinary lodgings',
    R: 'Not known where',
    S: 'No fixed home',
    T: 'Foyer or similar',
    U: 'Independent living',
    V: 'Emergency accommodation',
    W: 'Bed and breakfast',
    X: 'In custody',
    Y: 'Somewhere else',
    Z: 'With former foster carers',
  },
})

/** Where a care leaver lives and whether it suits them, as the return says both in one code. */
export const AccommodationOfCareLeaver = codeList('care-leaver-accommodation', {
  label: 'Where a care leaver lives, and whether it suits them',
  source: 'DfE SSDA903, care leavers (ACCOM): the figure says whether it is suitable; labels in our own words',
  codes: {
    ...Object.fromEntries(
      Object.entries(HomeOfCareLeaver.codes).flatMap(([code, { label }]) => [
        [`${code}1`, `${label}, suitable`],
        [`${code}2`, `${label}, not suitable`],
      ]),
    ),
    '0': 'Not known: not in touch',
  },
})
