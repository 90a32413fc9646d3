/**
 * A child as `querySelector` finds it; none while the element renders as on a server, which sees none.
 */
export function childOf<Found extends Element>(
  element: Element & { blind: boolean },
  selector: string,
): Found | null {
  return element.blind ? null : element.querySelector<Found>(selector);
}
