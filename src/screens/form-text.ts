/**
 * What stands in an input of the form, '' when there is none. Read when submitting: autofill may fill without an event. Not from
 * `FormData`, which our forms keep empty.
 */
export function formText(form: HTMLFormElement, name: string): string {
  return form.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? '';
}
