import { codeList } from '../../core/definitions/code-list.ts'
import { code, codes, instant, paragraphs, text, worker, yesNo } from '../../core/definitions/field.ts'
import { recordType } from '../../core/definitions/record-type.ts'

const CaseNoteKind = codeList('case-note-kind', {
  label: 'Kind of note',
  source: 'Local',
  codes: {
    visit: 'Visit',
    'phone-call': 'Phone call',
    message: 'Text or other message',
    'email-or-letter': 'E-mail or letter',
    meeting: 'Meeting',
    'direct-work': 'Direct work',
    'family-time': 'Family time',
    decision: 'Decision by a manager',
    supervision: 'Supervision',
    observation: 'Something seen or heard',
    other: 'Other',
  },
})

/** What happened, once for all whom it is about. What one child said or showed is that child's alone: see SeenAndHeard. */
export const CaseNote = recordType('case-note', {
  label: 'Case note',
  plural: 'case notes',
  source:
    'Local; Care Planning, Placement and Case Review (England) Regulations 2010, regulations 28 and 49; Data Protection Act 2018',
  subjects: {
    people: { kind: 'person', label: 'About', many: true },
  },
  dated: 'happenedAt',
  headline: 'heading',
  significant: 'significant',
  sorts: {
    by: 'kind',
    icons: {
      visit: 'visit',
      'phone-call': 'phone',
      message: 'phone',
      meeting: 'review',
      'direct-work': 'voice',
      'family-time': 'family',
      decision: 'decision',
      supervision: 'decision',
    },
  },
  identity: ['people', 'worker', 'happenedAt', 'kind', 'heading'],
  fields: {
    happenedAt: instant('When it happened', { required: true, hint: 'Not when you write it up.' }),
    kind: code('Kind', CaseNoteKind, { required: true }),
    heading: text('In a few words', { required: true, hint: 'What somebody should see in the chronology.' }),
    whatHappened: paragraphs('What happened', {
      required: true,
      hint: 'What you saw and heard. They may read it one day.',
    }),
    whatItMeans: paragraphs('What you make of it', {
      hint: 'Apart from what happened, so that both can be read on their own.',
    }),
    significant: yesNo('Is this one to find again in years to come?'),
    worker: worker('Who was there, or took the call', { required: true }),
  },
})

const HowShared = codeList('how-shared', {
  label: 'How the child shared this',
  source: 'Local; United Nations Convention on the Rights of the Child, article 12',
  codes: {
    talking: 'Talking',
    'drawing-or-play': 'Drawing or play',
    writing: 'Writing',
    signs: 'Signs or symbols',
    behaviour: 'How they were',
    'through-someone': 'Through someone else',
  },
})

/** One child's own part of a visit, call, letter or meeting. Each child has their own, brothers and sisters too. */
export const SeenAndHeard = recordType('seen-and-heard', {
  label: 'Seen and heard',
  plural: 'times seen and heard',
  source:
    'Children Act 1989, sections 17(4A), 22(4) and 47(5A); Care Planning Regulations 2010, regulation 29; Standard Safeguarding Dataset, voice of the child',
  subjects: { child: { kind: 'person', label: 'Child' } },
  links: { note: { to: 'case-note', label: 'Case note', optional: true } },
  dated: 'happenedAt',
  headline: 'childsWords',
  icon: 'voice',
  identity: ['child', 'worker', 'happenedAt'],
  fields: {
    happenedAt: instant('When', { required: true }),
    seen: yesNo('Was the child seen?', { required: true }),
    seenAlone: yesNo('Was the child seen alone?', { required: true }),
    whyNotAlone: text('Why not alone?'),
    childsWords: paragraphs('What the child told you', {
      hint: 'Their own words where you can. If they chose not to talk, say so.',
    }),
    howTheyWere: paragraphs('How the child was', { hint: 'Mood, health, how they were with the adults.' }),
    howShared: codes('How the child shared this', HowShared),
    worker: worker('Worker', { required: true }),
  },
})
