import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { demonstrationSite, type Visitor } from '../../../../test/support/visitor.ts'

const site = demonstrationSite()

async function numberOf(name: string): Promise<string> {
  const { body } = await (await site().visitor('tom')).get(`/people?q=${encodeURIComponent(name)}`)
  return new RegExp(`/people/(\\d+)">${name}`).exec(body)?.[1] ?? '0'
}

const unescaped = (text: string) => text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')
/** The text in a field of a form. */
const textIn = (body: string, name: string): string =>
  unescaped(
    new RegExp(`<textarea[^>]*id="${name}"[^>]*>\\n?([^<]*)</textarea>`).exec(body)?.[1] ??
      new RegExp(`<input[^>]*id="${name}"[^>]*value="([^"]*)"`).exec(body)?.[1] ??
      '',
  )

async function begun(visitor: Visitor, child: string, letter: string, to?: string) {
  const { body } = await visitor.get(`/people/${child}/letters/${letter}${to === undefined ? '' : `?to=${to}`}`)
  const fields = ['to', 'address', 'from', 'title', 'text'].map((name) => [name, textIn(body, name)] as const)
  return { people: child, gone: 'no', do: 'put', ...Object.fromEntries(fields) } as Readonly<Record<string, string>>
}

const complete = (text: string | undefined) => (text ?? '').replace(/\[[^\]]*\]/g, 'Tuesday at four')
const sent = { gone: 'yes', how: 'post', 'sentOn.day': '4', 'sentOn.month': '10', 'sentOn.year': '2023' }

describe('a letter', () => {
  it('is begun with what the record knows, and leaves the rest to be said', async () => {
    const [tom, maya, carys] = [
      await site().visitor('tom'),
      await numberOf('Maya Ellwood'),
      await numberOf('Carys Ellwood'),
    ]
    const letter = await begun(tom, maya, 'appointment', carys)
    expect(letter).toMatchObject({
      to: 'Carys Ellwood',
      address: '',
      from: 'North team\n01632 960010',
      title: 'A visit to see Maya',
    })
    expect(letter['text']).toContain('Dear Carys Ellwood')
    expect(letter['text']).toContain('on [day, date and time], at [place]')
    expect(letter['text']).toContain('please ring us on 01632 960010')
    expect(letter['text']).toMatch(/Tom Fairweather\nSocial worker, North team$/)
    // She spends every second weekend at her father's.
    expect((await begun(tom, maya, 'change-of-worker'))['text']).toContain('I have told Carys Ellwood too')
  })

  it('makes the carer’s copy of who decides what from what is recorded, the later word on each matter', async () => {
    const [dilys, maya, carys] = [
      await site().visitor('dilys'),
      await numberOf('Maya Ellwood'),
      await numberOf('Carys Ellwood'),
    ]
    const copy = async () => (await begun(dilys, maya, 'who-decides-what', carys))['text']
    expect(await copy()).toContain('[who decides what, one line each]')
    const decide = (about: string, decidedBy: string, day: string, limits = '') =>
      dilys.post(`/people/${maya}/record/delegated-authority`, {
        ...{ child: maya, about, decidedBy, limits, do: 'put' },
        ...{ 'agreedOn.day': day, 'agreedOn.month': '9', 'agreedOn.year': '2023' },
      })
    expect((await decide('hair', 'parents', '1')).status).toBe(303)
    await decide('staying-over', 'carer', '1', 'After a call to the other family.')
    await decide('hair', 'carer', '8')
    expect(await copy()).toContain(
      'Hair and appearance: the carer.\nStaying with friends: the carer. After a call to the other family.',
    )
  })

  it('names nobody whose name the writer may not know', async () => {
    const [tom, maya, nasreen] = [
      await site().visitor('tom'),
      await numberOf('Maya Ellwood'),
      await site().visitor('nasreen'),
    ]
    const { body } = await nasreen.get('/people?q=Isla')
    const isla = /\/people\/(\d+)">Isla/.exec(body)?.[1] ?? ''
    const letter = await begun(tom, maya, 'appointment', isla)
    expect(letter['to']).toBe('')
    expect(letter['text']).toContain('Dear [whom it is to]')
  })

  it('does not go while something is left to be said, and is kept as a draft that one goes on with', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const address = `/people/${maya}/letters/appointment`
    const { status, body } = await tom.post(address, { ...(await begun(tom, maya, 'appointment')), to: '', title: '' })
    expect(status).toBe(400)
    expect(body).toContain('Your draft is saved, but 3 things stop it')
    for (const message of [
      'Say whom the letter is to.',
      'Write something under “Title”.',
      'Still to be said: [whom it is to], [day, date and time]',
    ])
      expect(body).toContain(message)
    const work = (await tom.get('/my-work')).body
    const [, draft = ''] =
      /href="(\/people\/\d+\/letters\/appointment\?draft=\d+)">Letter “We would like to come and see you”: Maya Ellwood</.exec(
        work,
      ) ?? []
    expect((await tom.get(draft)).body).toContain('[day, date and time]')
    expect((await tom.get(`/people/${maya}`)).body).toContain(`href="${draft}">Letter “We would like`)
    expect((await (await site().visitor('dilys')).get(draft)).status).toBe(404)
    expect((await tom.get(`/people/${maya}/chronology`)).body).not.toContain('A visit to see Maya')
  })

  it('goes on the record as its words, its Word document, and to whom it went: all three saying the same', async () => {
    const [tom, maya, carys] = [
      await site().visitor('tom'),
      await numberOf('Maya Ellwood'),
      await numberOf('Carys Ellwood'),
    ]
    const letter = await begun(tom, maya, 'appointment', carys)
    const written = { ...letter, ...sent, text: complete(letter['text']), address: '1 Harbour Street\r\nEX1 1AA' }
    const { status, location = '' } = await tom.post(`/people/${maya}/letters/appointment`, written)
    expect(status).toBe(303)
    const record = await tom.get(location)
    expect(record.body).toContain('A visit to see Maya (letter to Carys Ellwood)')
    expect(record.body).toMatch(/Wednesday 4 October 2023: document sent, <a href="\/records\/\d+">Carys Ellwood</)
    const [, file = ''] = /href="(\/documents\/\d+)"/.exec(record.body) ?? []
    const docx = unzipSync((await tom.get(file)).bytes)['word/document.xml'] ?? new Uint8Array()
    const inWord = [...strFromU8(docx).matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, text]) => text)
    const says = [
      'North team',
      '01632 960010',
      'Carys Ellwood',
      '1 Harbour Street',
      'EX1 1AA',
      '4 October 2023',
      'A visit to see Maya',
      'Dear Carys Ellwood',
    ]
    expect(inWord.slice(0, 8)).toEqual(says)
    const paper = (await tom.get(`${location}/letter`)).body
    expect(paper).toContain('<h1>A visit to see Maya</h1>')
    for (const line of inWord) expect(unescaped(paper)).toContain(line)
    const person = (await tom.get(`/people/${maya}/chronology`)).body
    expect(person).toContain('Document sent.</span> <a')
    expect(person).toContain(`Document:</span> <a href="${location}">A visit to see Maya (letter to Carys Ellwood)</a>`)
  })

  it('that has not gone is on the record alone, and to whom it went is said later', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const letter = await begun(tom, maya, 'closing')
    const { location = '' } = await tom.post(`/people/${maya}/letters/closing`, {
      ...letter,
      to: 'The school',
      text: complete(letter['text']),
      title: 'Finished',
    })
    const record = (await tom.get(location)).body
    expect(record).not.toContain('What followed')
    const [, next = ''] = /href="([^"]*)">Say to whom it went</.exec(record) ?? []
    const form = (await tom.get(unescaped(next))).body
    const chosen = /<option value="(\d+)" selected>Document, 4 October 2023: Finished/
    const [, document = ''] = chosen.exec(form) ?? []
    expect(location).toBe(`/records/${document}`)
    const { gone: _, ...how } = sent
    const answer = await tom.post(unescaped(next), { ...how, document, people: maya, to: 'The school', do: 'put' })
    expect(answer.status).toBe(303)
    expect((await tom.get(location)).body).toMatch(/document sent, <a href="\/records\/\d+">The school</)
    expect((await tom.get(`${answer.location}/correct`)).body).toMatch(chosen)
  })

  it('to the child names the child as who received it', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const letter = await begun(tom, maya, 'what-we-agreed', maya)
    expect(letter['text']).toContain('Dear Maya\n')
    const { location = '' } = await tom.post(`/people/${maya}/letters/what-we-agreed`, {
      ...letter,
      ...sent,
      text: complete(letter['text']),
    })
    const [, followed = ''] = /document sent, <a href="(\/records\/\d+)"/.exec((await tom.get(location)).body) ?? []
    expect((await tom.get(followed)).body).toMatch(/Sent to, if on the record<\/dt><dd><a href="[^"]*">Maya Ellwood/)
  })

  it('tells all that is wrong with how it went at once, and writes nothing', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const letter = { ...(await begun(tom, maya, 'closing')), to: 'Nobody yet', title: 'Half sent', text: 'Said.' }
    const { status, body } = await tom.post(`/people/${maya}/letters/closing`, {
      ...letter,
      gone: 'yes',
      'sentOn.day': '40',
      'sentOn.month': '1',
      'sentOn.year': '2023',
      text: 'On [day]',
    })
    expect(status).toBe(400)
    for (const message of [
      'Still to be said: [day]',
      'Choose one from the list for “How”.',
      '“Sent on”: there is no 40 January 2023.',
    ])
      expect(body).toContain(message)
    const ahead = await tom.post(`/people/${maya}/letters/closing`, { ...letter, ...sent, 'sentOn.day': '5' })
    expect(ahead.body).toContain('“Sent on” is 5 October 2023, which has not come yet.')
    expect((await tom.get(`/people/${maya}/chronology`)).body).not.toContain('Half sent')
  })

  it('is not written about another team’s child, nor slipped onto their record', async () => {
    const [tom, marian, maya] = [
      await site().visitor('tom'),
      await site().visitor('marian'),
      await numberOf('Maya Ellwood'),
    ]
    const ivo = await numberOf('Ivo Santander')
    for (const page of ['letters', 'letters/appointment'])
      expect((await tom.get(`/people/${ivo}/${page}`)).status).toBe(403)
    expect((await marian.get(`/people/${maya}/letters`)).status).toBe(403)
    const letter = { ...(await begun(tom, maya, 'closing')), to: 'The school', text: 'Said.', title: 'Slipped in' }
    const slipped: Readonly<Record<string, string | readonly string[]>> = { ...letter, people: [maya, ivo] }
    expect((await tom.post(`/people/${maya}/letters/closing`, slipped)).status).toBe(403)
    expect((await tom.get(`/people/${maya}/chronology`)).body).not.toContain('Slipped in')
  })

  it('shows script as text, and knows no other letter', async () => {
    const [tom, maya] = [await site().visitor('tom'), await numberOf('Maya Ellwood')]
    const hostile = '<script>alert(1)</script>'
    const letter = {
      ...(await begun(tom, maya, 'closing')),
      to: hostile,
      title: hostile,
      text: hostile,
      from: hostile,
      address: hostile,
    }
    const look = await tom.post(`/people/${maya}/letters/closing`, { ...letter, do: 'look' })
    expect((await tom.get(look.location ?? '')).body).not.toContain('<script')
    const { location = '' } = await tom.post(`/people/${maya}/letters/closing`, letter)
    for (const page of [location, `${location}/letter`]) expect((await tom.get(page)).body).not.toContain('<script')
    expect((await tom.get(`/people/${maya}/letters/constructor`)).status).toBe(404)
    expect((await tom.get('/records/1/letter')).status).toBe(404)
  })
})
