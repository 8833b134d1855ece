/** What stands in an input of the form, '' when there is none. Read when submitting: autofill may fill without an event. */
export function formText(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name);
  return typeof value === 'string' ? value : '';
}
