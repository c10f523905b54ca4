// What the type definitions of pdfkit do not know yet of its structure elements.
declare global {
  namespace PDFKit.Mixins {
    interface StructureElementOptions {
      /** Which cells the head of a table speaks for. */
      scope?: 'Row' | 'Column'
      bbox?: [left: number, top: number, right: number, bottom: number]
      placement?: 'Block' | 'Inline'
    }
  }
}

export type Element = PDFKit.PDFStructureElement
export type ElementOptions = PDFKit.Mixins.StructureElementOptions
