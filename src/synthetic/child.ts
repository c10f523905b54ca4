import { addDays, type PlainDate } from '../core/dates/plain-date.ts'
import type { Random } from './random.ts'

/** Who a made-up child is. */
export type Child = {
  readonly number: string
  readonly bornOn: PlainDate
  readonly sex: 'M' | 'F'
  readonly given: string
  readonly family: string
  readonly ethnicity: string
  readonly unaccompanied: boolean
}

const given = {
  F: 'Ada Aisha Alba Amina Bea Bryony Cara Celyn Dana Edie Effie Esme Farah Fern Freya Greta Hana Hollis Ines Isolde Jola Juno Kaia Kezia Lark Leila Lowri Maeve Marnie Mina Nell Noor Orla Petra Pippa Quinn Rhea Romy Saoirse Saskia Tamsin Thea Una Vesna Wren Xanthe Yara Zadie'.split(
    ' ',
  ),
  M: 'Abel Adil Alfie Amos Bodhi Bram Caleb Cassius Dov Ebo Eli Emrys Fabian Finlay Gethin Hal Idris Ivo Jago Jonah Kit Kofi Laszlo Lev Mabel Milo Nico Noah Oisin Otis Percy Piran Quill Rafi Reuben Rory Saul Silas Taro Teo Ugo Vikram Wilf Xavi Yusuf Zac Zeki Zoltan'.split(
    ' ',
  ),
} as const
const families =
  'Ashdown Barley Bellweather Birch Bracken Brook Calloway Carrow Cobb Coppice Dace Dunmere Elder Fallow Fenn Finch Fleet Furze Garrow Gorse Greenlaw Hale Harker Hazel Heron Hollow Ivory Jarrow Kestrel Lark Linden Lisle Marsh Meadows Merrow Millbrook Nettle Oakes Orchard Pike Quarrie Reed Rowan Rushes Sedge Shale Sorrel Sparrow Stoke Tarn Teasel Thorne Vale Wick Willow Wrenfield Yarrow'.split(
    ' ',
  )
const abroad =
  'Abdi Ahmadi Amiri Barzani Bekele Dang Gebre Habibi Hakimi Haile Karimi Le Mehari Mohammadi Nguyen Omar Osman Pham Rahimi Tesfay Tran Zaman'.split(
    ' ',
  )
const ethnicities = {
  WBRI: 80,
  WOTH: 5,
  MWBC: 3,
  MWAS: 2,
  MOTH: 3,
  AOTH: 1,
  BAFR: 2,
  AIND: 1,
  OOTH: 2,
  WROM: 1,
} as const

/** A child of an age in days on a day. */
export function child(
  random: Random,
  number: string,
  {
    day,
    ageInDays,
    unaccompanied,
  }: { readonly day: PlainDate; readonly ageInDays: number; readonly unaccompanied: boolean },
): Child {
  const sex = random.chance(unaccompanied ? 0.93 : 0.56) ? 'M' : 'F'
  return {
    number,
    bornOn: addDays(day, -ageInDays),
    sex,
    given: random.pick(given[sex]),
    family: random.pick(unaccompanied ? abroad : families),
    ethnicity: unaccompanied ? random.pick(['AOTH', 'BAFR', 'OOTH']) : random.weighted(ethnicities),
    unaccompanied,
  }
}
