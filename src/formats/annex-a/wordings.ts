import * as choices from './choices.ts'

// How case systems word what the lists ask: what a cell says, or begins with, in small letters and without punctuation, its letter or code left off.
// Source: Social Finance Digital Labs, liia-tools-pipeline, the London authorities' map of Annex A wordings (MIT licence). Only wordings that stand for one of
// our codes and no other were taken over, and those that begin alike were drawn together.

export const wordings: ReadonlyMap<choices.Choice, Readonly<Record<string, readonly string[]>>> = new Map([
  [
    choices.gender,
    {
      U: [
        ...['not known', 'not recorded', 'not stated', 'not specified', 'unspecified', 'gender unspecified', 'unknown'],
        ...['unborn', 'withheld', 'indeterminate'],
      ],
      neither: ['non binary', 'transgender', 'unable to classify', 'gender dysphoria'],
    },
  ],
  [
    choices.yesNo,
    {
      yes: [
        ...['y', 'true', 'aut', 'beh', 'comm', 'con', 'dda', 'hand', 'hear', 'inc', 'ld', 'mob', 'pc', 'vis'],
        ...['autism', 'asperger', 'diagnosed with', 'behaviour', 'communication', 'consciousness', 'conciousness'],
        ...['disabled', 'hearing', 'incontinence', 'incontience', 'learning', 'mobility', 'other dda', 'personal care'],
        ...['vision', 'disability'],
      ],
      no: ['n', 'false', 'none', 'no disability'],
      'not known': ['not known', 'nobt', 'not obtained', 'refu', 'refused', 'not recorded'],
    },
  ],
  [
    choices.categoryOfNeed,
    {
      N1: ['abuse', 'neglect', 'abs', 'domestic violence', 'emotional', 'child sexual', 'physical abuse'],
      N2: ['childs disab', 'child with disab', 'disability', 'disabled child', 'learning disab', 'own disability'],
      N3: ['parental illness', 'parental disab', 'parent illness', 'parental alcohol', 'mental health parent'],
      N4: ['family in acute', 'homeless'],
      N5: ['family dysfunction', 'control issues'],
      N6: ['socially unacceptable', 'unacceptable behaviour'],
      N7: ['low income', 'family with low income'],
      N8: ['absent parent', 'parent absent', 'asylum seeker', 'unaccompanied asylum', 'child uasc'],
    },
  ],
  [
    choices.legalStatus,
    {
      C1: ['interim care order'],
      C2: ['care order', 'full care order', 'section 31', 'ward of court', 'wardship'],
      D1: ['freeing order granted', 'freed for adoption'],
      E1: ['placement order', 'concurrent placement order', 'concurrent care order placement order', 'po'],
      V2: [
        ...[
          'accommodated under',
          'accomm under s20',
          'single period of accom',
          's20 accom',
          's20 single',
          's20 homeless',
        ],
        ...['section 20', 'under s 20', 'single placement acc'],
      ],
    },
  ],
  [
    choices.provider,
    {
      PR1: ['local authority', 'own la', 'own provision'],
      PR4: ['private'],
    },
  ],
  [
    choices.location,
    {
      IN: ['inside', 'in borough', 'in la', 'yes'],
      OUT: ['outside', 'out of', 'no'],
    },
  ],
  [
    choices.permanencePlan,
    {
      return: ['return', 'eventual return', 'remain with birth', 'remaining with birth', 'place with parent'],
      adoption: ['permanency through adoption', 'fostering for adoption'],
      guardianship: [
        'sgo',
        'cao',
        'special guardianship',
        'child arrangement',
        'child placed under',
        'permanency through special',
      ],
      residential: ['long term residential', 'lt residential', 'residential'],
      'long-term-fostering': [
        ...[
          'long term fostering',
          'lt fostering',
          'permanent fostering',
          'fostering',
          'permanency through long term fostering',
        ],
        ...['long term placement with'],
      ],
      other: ['parallel plan', 'concurrent planning', 'time limited assessment', 'task centred'],
    },
  ],
  [
    choices.eligibility,
    {
      relevant: ['relevant'],
      'former-relevant': ['former relevant', 'care leaver former relevant', 'fr'],
      qualifying: ['qualifying'],
      eligible: ['other eligible'],
    },
  ],
  [
    choices.inTouch,
    {
      YES: ['y', 'yes'],
      NO: ['n', 'no resident', 'no gone abroad', 'no residence'],
      DIED: ['died'],
      REFU: ['young person refuses', 'refused'],
      NREQ: ['young person no longer requires'],
      RHOM: ['returned to parents', 'young person returned'],
    },
  ],
  [
    choices.accommodation,
    {
      B: ['with parent', 'parents or relatives', 'placed with own parents', 'with relatives'],
      C: ['community home', 'nhs', 'residential care'],
      D: ['semi independent'],
      E: ['supported lodgings'],
      G: ['gone abroad'],
      K: ['ordinary lodgings', 'lodgings no formal support'],
      R: ['residence not know', 'whereabouts unknown'],
      S: ['no fixed abode', 'nfa', 'homeless'],
      T: ['foyer', 'the foyer'],
      U: ['independent living', 'independant living', 'own tenancy', 'university accommodation'],
      W: ['b b', 'bed and breakfast'],
      X: ['custody', 'young offender institution'],
      Y: ['with friends', 'residing with friends', 'other accom'],
      Z: ['with former fost', 'living with former foster', 'staying put'],
    },
  ],
  [
    choices.suitability,
    {
      suitable: ['accommodation is considered suitable', 'accommodation is considered to be suitable', 'yes', 'true'],
      unsuitable: [
        ...['not suitable', 'accommodation is considered unsuitable', 'accommodation is considered to be unsuitable'],
        ...['accommodation is not considered suitable', 'no', 'false'],
      ],
    },
  ],
  [
    choices.reasonReversed,
    {
      RD1: ['childs needs changed'],
      RD2: ['court did not', 'placement order not granted'],
      RD3: ['no adopters found', 'propsective adopters cannot', 'prospective adopters cannot'],
      RD4: ['other reason', 'placement disruption'],
    },
  ],
  [
    choices.reasonAdopterLeft,
    {
      '1': ['withdrew'],
      '2': ['on hold'],
      '3': ['refused'],
    },
  ],
])
