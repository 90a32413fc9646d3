/** Listens on a form. Through the prototype: a field named `addEventListener` would stand in its place. */
export function listen<Type extends keyof HTMLElementEventMap>(
  form: HTMLFormElement,
  type: Type,
  listener: (event: HTMLElementEventMap[Type]) => void,
  options?: AddEventListenerOptions,
): void {
  EventTarget.prototype.addEventListener.call(form, type, listener as EventListener, options);
}
