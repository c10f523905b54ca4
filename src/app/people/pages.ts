/**
 * What the log calls the pages on which somebody's record is read. To have opened one of these is to have looked; to have seen somebody's name or home
 * on the page of another person is not.
 */
export const pagesOfPerson = {
  overview: 'page of the person',
  chronology: 'chronology',
  family: 'family and network',
  records: 'records by type',
  clocks: 'clocks',
} as const
