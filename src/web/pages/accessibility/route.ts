import type { Routes } from '../../render.ts'

export const accessibilityPage: Routes = (server, _, render) => {
  server.get('/accessibility', async (_request, reply) => {
    const page = { title: 'Accessibility statement', navigation: 'none' as const }
    return reply.type('text/html; charset=utf-8').send(render('pages/accessibility/accessibility.njk', { page }))
  })
}
