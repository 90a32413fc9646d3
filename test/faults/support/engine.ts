/** A browser engine as the fault matrix drives it: one file each beside this one. */
export interface Engine {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  /** As the browser says it, e.g. `Chrome/150.0.7871.100`. */
  readonly version: string;
  /** A tab in front, with nothing in it; in the same profile as another where one is given. */
  open(beside?: Tab): Promise<Tab>;
  stop(): Promise<void>;
}

/** One tab. What only some engines can do is absent in the others. */
export interface Tab {
  /** Resolves when the page is parsed; later scripts may still be on their way. */
  goto(url: string): Promise<void>;
  /** The JSON value of an expression in the page; a promise is awaited. */
  run<T>(expression: string): Promise<T>;
  /** Presses there with the mouse, and again after a gap in milliseconds where one is given. */
  click(x: number, y: number, again?: number): Promise<void>;
  /** Presses a key for each character. */
  type(text: string): Promise<void>;
  press(key: string): Promise<void>;
  reload(): Promise<void>;
  close(): Promise<void>;
  toFront(): Promise<unknown>;

  /** Takes the network away from the tab, so that the browser itself notices. */
  offline?(on: boolean): Promise<void>;
  /** Puts the tab to sleep, as a phone does, or wakes it. */
  freeze?(on: boolean): Promise<void>;
  /** Refuses every request whose address holds this, as an ad blocker does. */
  block?(part: string): Promise<void>;
  /** Ends the process that draws the page. */
  crash?(): Promise<void>;
  /** From the next page on, no script runs. */
  withoutScript?(): Promise<void>;
  /** Closes the tab the way a visitor does; resolves with whether the browser asked first. */
  closeAsking?(): Promise<boolean>;
}
