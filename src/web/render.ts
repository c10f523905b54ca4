import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import nunjucks from 'nunjucks'
import type { App } from '../app/app.ts'
import { longText, shortText } from '../core/dates/plain-date.ts'

/** What every page tells the layout about itself. `title` is the plain name; the finding is the page's own heading. */
type Page = {
  readonly title: string
  readonly navigation:
    | 'home'
    | 'my-work'
    | 'people'
    | 'work-lists'
    | 'services'
    | 'figures'
    | 'places'
    | 'publish'
    | 'actions'
    | 'performance'
    | 'definitions'
    | 'localities'
    | 'public'
    | 'none'
  readonly council?: string
  /** Who is signed in, on pages that are only for those who are. */
  readonly who?: { readonly name: string; readonly form: string; readonly isPartner?: true }
  /** The page has a search of its own, and the header needs none. */
  readonly searching?: true
}

/** A page's view model: plain data for a template that decides nothing. */
export type View = { readonly page: Page }

export type Render = (template: string, view: View) => string

/** Adds a page's own addresses to the server. */
export type Routes = (server: FastifyInstance, app: App, render: Render) => void

/** Nought of everything is no finding where nobody is on the record. */
const noRecords = {
  heading: 'Nobody is on the record yet.',
  text: 'What is counted from the record is nought for that reason, and lists are empty. Whoever runs Line of Sight imports the records of the case system (bin/los import); whoever works with children records somebody new under People.',
}

/** Renders the pages' templates (`pages/dataset/dataset.njk`) inside the layout. Everything is escaped unless marked safe. */
export function renderer(app: App, stylesheet: string, isWithoutPeople: () => boolean): Render {
  const loader = new nunjucks.FileSystemLoader(fileURLToPath(new URL('.', import.meta.url)))
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: false,
    trimBlocks: true,
    lstripBlocks: true,
  })
  const layout = {
    stylesheet,
    navigation: [
      { key: 'home', label: 'Home', href: '/' },
      { key: 'my-work', label: 'My work', href: '/my-work' },
      { key: 'people', label: 'People', href: '/people' },
      { key: 'work-lists', label: 'Work lists', href: '/work-lists' },
      { key: 'services', label: 'Services', href: '/services' },
      { key: 'figures', label: 'Figures', href: '/datasets' },
      { key: 'places', label: 'Beside others', href: '/places' },
      { key: 'publish', label: 'Publish', href: '/publish' },
      { key: 'performance', label: 'Performance', href: '/performance' },
      { key: 'actions', label: 'Actions', href: '/actions' },
      { key: 'definitions', label: 'Definitions', href: '/definitions' },
    ],
    // What partners may open, and nothing that they may not.
    partnersNavigation: [
      { key: 'localities', label: 'Localities', href: '/localities' },
      { key: 'public', label: 'What is published', href: '/public' },
      { key: 'places', label: 'Beside others', href: '/places' },
      { key: 'definitions', label: 'Definitions', href: '/definitions' },
    ],
    strip: app.clock.standing
      ? {
          heading: 'Demonstration.',
          text: `The figures are those Dorset Council published; everybody in the records is made up. The clock stands at ${shortText(app.clock.today)}, the day they were extracted.`,
        }
      : undefined,
  }
  const stripOn = ({ page }: View) =>
    layout.strip ?? (page.who !== undefined && isWithoutPeople() ? noRecords : undefined)
  // The day on paper is that of the page, not that on which the server was started.
  return (template, view) =>
    environment.render(template, {
      ...view,
      layout: { ...layout, strip: stripOn(view), printed: longText(app.clock.today) },
    })
}
