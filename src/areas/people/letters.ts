import { letter } from '../../core/definitions/letter.ts'

const signed = `Yours sincerely

{worker}
{job}, {team}`

export const appointment = letter('appointment', {
  label: 'We would like to come and see you',
  purpose: 'An appointment, at home or elsewhere.',
  source: 'Local',
  title: 'A visit to see {first-name}',
  text: `Dear {to}

I would like to see you and {first-name} on [day, date and time], at [place].

The visit is about [what it is about, in a sentence or two].

If that time does not suit you, please ring us on {phone} and we will find another. If you would like somebody to be with you, or need an interpreter or any other help to take part, tell us and we will arrange it.

${signed}`,
})

export const meetingInvitation = letter('meeting-invitation', {
  label: 'Invitation to a meeting',
  purpose: 'A review, a conference, a family meeting: when, where, who will be there and what for.',
  source: 'Local; Working Together to Safeguard Children 2023 (families take part in decisions)',
  title: 'A meeting about {first-name}',
  text: `Dear {to}

We would like you to come to a meeting about {first-name} on [day, date and time], at [place, or how to join].

At the meeting we will talk about [what is to be decided]. These people are asked to come: [who].

What you think matters, and so does what {first-name} wants. You can say it at the meeting, write it down, or ask somebody to say it for you. If you would like to talk it over first, or cannot come at that time, please ring us on {phone}.

If you need an interpreter, help with travel, or anything else to be able to come, tell us and we will arrange it.

${signed}`,
})

export const meetingOutcome = letter('meeting-outcome', {
  label: 'What a meeting decided',
  purpose: 'Decisions, who does what and by when, and how to disagree; the minutes go with it.',
  source: 'Local; Working Together to Safeguard Children 2023 (plans and minutes go to the family)',
  title: 'What was decided about {first-name} on [date of the meeting]',
  text: `Dear {to}

This is what the meeting about {first-name} on [date of the meeting] decided:

[each decision, in plain words]

This is who will do what, and by when:

[who, what, by when]

We will look at it again on [date].

The minutes are with this letter. If something in them is not right, or you do not agree with what was decided, please ring us on {phone}. You can also complain, and we will tell you how.

${signed}`,
})

export const whatWeAgreed = letter('what-we-agreed', {
  label: 'To a child: what we agreed',
  purpose: 'In plain words, for the child to keep. Read it together if you can.',
  source: 'Children Act 1989, sections 17(4A) and 22(4) (the child’s wishes and feelings)',
  title: 'What we agreed',
  text: `Dear {first-name}

Thank you for talking with me. I am writing down what we said, so that you have it too.

You told me: [what the child said, in their own words]

This is what is going to happen: [what, who does it, and when]

This is what we could not do, and why: [say it plainly, or take this line out]

If I have got something wrong, or you think about it differently now, tell me or somebody you trust. You can ring me on {phone}. You can also have an advocate. That is somebody whose job is only to help you be heard.

From

{worker}`,
})

export const changeOfWorker = letter('change-of-worker', {
  label: 'To a child: your worker is changing',
  purpose: 'Who comes instead, from when, and what stays as it was promised; also when somebody is away for long.',
  source: 'Local; Children Act 1989, section 22(4)',
  title: 'Somebody new for you',
  text: `Dear {first-name}

I will not be your worker after [date], because [why, in a way that is true and fair to the child].

[name] will be your worker then. They will come and see you on [date], and I will [come too, or say how you will say goodbye].

I promised you [what was promised]. I have told [name] about it, and it still stands.

I have told {carers} too. If you want to ask me anything before then, you can ring me on {phone}.

It has been good to know you.

{worker}`,
})

export const workerAway = letter('worker-away', {
  label: 'To a child: your worker is away',
  purpose: 'Why, for how long as far as we know, who is there meanwhile, and what stays as promised.',
  source:
    'Local: Dorset Council, children are written to when their worker is off for long; Children Act 1989, section 22(4)',
  title: 'While your worker is away',
  text: `Dear {first-name}

[Name of your worker] is away since [date]. That is because [why, in a way that is true and fair to everybody]. It has nothing to do with you.

We think that [name of your worker] will be back [when; or say that nobody knows yet, and when we will write again].

Until then [name] is there for you. They will come and see you on [date]. You can ring them on {phone}.

This stays as it was promised: [what was promised]

This will be later than we said, and we are sorry: [say it plainly, or take this line out]

If you want to ask something, or tell us how this is for you, ring us, or tell {carers}.

{worker}
{team}`,
})

export const askingForInformation = letter('asking-for-information', {
  label: 'Asking another agency for information',
  purpose: 'A school, a doctor, another council: what we ask, why, and on what footing.',
  source: 'UK GDPR, article 6; DfE advice on information sharing for safeguarding practitioners, 2024',
  title: 'Information about {child}',
  text: `Dear {to}

I am {first-name}’s worker. To [what we are doing: an assessment, a plan, a review] I need to know:

[what exactly is asked, and for what time]

We ask because [why it is needed]. [Say that the family knows and agrees; or on what footing it is asked without that, and why they were not asked.]

Please answer by [date]. Send it by secure e-mail, or ring us on {phone} if you would rather talk first. Tell us if there is something that {child} or the family must not learn that you have told us.

${signed}`,
})

export const closing = letter('closing', {
  label: 'We have finished working with you',
  purpose: 'What has changed, what help stays, and how to come back.',
  source: 'Local',
  title: 'We have finished working with you and {first-name}',
  text: `Dear {to}

We have finished our work with you and {first-name}. It ends on [date].

When we began, [what the worry was]. Since then [what has changed, and what you and {first-name} have done].

This help stays in place: [who, and how to reach them]

If you are worried, or want our help again, please ring us on {phone}. You do not have to wait until things are bad.

${signed}`,
})
