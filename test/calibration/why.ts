/** Why a figure lies where it does, for those outside the tolerance. Whoever makes the table again looks whether these still hold. */
export const why: Readonly<Record<string, string>> = {
  'cic-ceased':
    'More leave here, and Dorset’s printed months leave out whoever was recorded late as having left: its six months hold 69 leavers where the months add up to 58.',
  'iha-within-20-days':
    'It is counted on 4 October, when only those who were seen early have been: the cohort of September is ripe on 27 October, and Dorset filled its figure in after that.',
  'iha-within-20-days-excl-uasc':
    'As the one before: counted on 4 October, before the 20 working days of most of these few children are over.',
  'permanence-returned-home-rolling-6-months':
    'A share of everybody who left in six months, some 85 here and 69 in Dorset: seven children are the difference.',
  'permanence-sgo-rolling-6-months':
    'A share of everybody who left in six months: 7 of 85 here, 13 of 69 in Dorset; each child is more than a point.',
  'households-deregistered-connected-carers': 'A handful of households in one month; the next month may have none.',
}
