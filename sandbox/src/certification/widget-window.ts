/** A window of the ATS with the page of one candidate, where LinkedIn's profile widget stands. */
export interface WidgetWindow {
  /** LinkedIn's own frame, however deep it stands in the page. */
  readonly frame: LinkedInFrame
  /** As a user loads the page again. */
  reload(): Promise<void>
  /** Makes the window so wide. The page comes first, LinkedIn's own frame last. */
  measure(widthInPixels: number): Promise<readonly MeasuredDocument[]>
  close(): Promise<void>
}

/** What a hand can do in a frame. The exam knows what stands in it and names it by CSS selectors. */
export interface LinkedInFrame {
  /** Zero, too, while there is no frame. */
  count(selector: string): Promise<number>
  readText(selector: string): Promise<string>
  fill(selector: string, text: string): Promise<void>
  press(selector: string): Promise<void>
}

/** In CSS pixels. */
export interface MeasuredDocument {
  readonly width: number
  /** More than the width means a scrollbar. */
  readonly scrollWidth: number
  readonly height: number
  readonly scrollHeight: number
  /** The next frame on the way to LinkedIn's own, and the element that it stands in; null in LinkedIn's own. */
  readonly frame: {
    readonly left: number
    readonly right: number
    readonly parentLeft: number
    readonly parentRight: number
  } | null
}
