/** Why a figure lies where it does, for those outside the tolerance. Whoever makes the table again looks whether these still hold. */
export const why: Readonly<Record<string, string>> = {
  'cic-ceased':
    'More leave here, and Dorset’s printed months leave out whoever was recorded late as having left: its six months hold 69 leavers where the months add up to 58.',
  'permanence-sgo-rolling-6-months':
    'A share of everybody who left in six months: 6 of 84 here, 13 of 69 in Dorset, whose own share doubled from 9 in May to 19 in September.',
  'households-recruited-temporary':
    'A handful of relatives in one month, who were asked as a child came to them: Dorset printed 1, 1, 2, 3, 8 and 4 from April to September.',
  'households-deregistered-temporary':
    'Dorset printed none in any of six months, and where the endings of temporary approvals are recorded is to be confirmed there; here each that ended because the child left counts.',
}
