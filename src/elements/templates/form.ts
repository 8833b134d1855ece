import { html, nothing, type TemplateResult } from 'lit';

/** Options of `form`. */
export interface FormOptions {
  /** Fields, button, notice. */
  content: unknown;
  /** Called whatever submits the form: a button, Enter, `requestSubmit()`, an event dispatched by an extension. */
  submit: (form: HTMLFormElement) => unknown;
  input?: (event: Event) => void;
  change?: (event: Event) => void;
}

/**
 * The `<form>` of a screen. Every form is made by this function, because it keeps what was filled in out of addresses, history and
 * requests of the browser, whatever submits the form: only `submit` gets it.
 *
 * - `method="dialog"` does nothing outside a `<dialog>`, also for `HTMLFormElement.prototype.submit.call(form)`, which extensions
 *   call and which fires no event; inside a host's `<dialog>` it closes that
 *   (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm).
 * - If a script or a button (`formmethod`) has set another method, the form is submitted empty: `formdata` is fired
 *   before every submission (https://developer.mozilla.org/docs/Web/API/HTMLFormElement/formdata_event). `new FormData(form)` is
 *   empty, too; values are read from the inputs.
 *
 * CSS: `.sie-form`.
 */
export function form({ content, submit, input, change }: FormOptions): TemplateResult {
  // eslint-disable-next-line no-restricted-syntax -- the only place
  return html`<form
    class="sie-form"
    method="dialog"
    novalidate
    @submit=${(event: Event) => {
      event.preventDefault();
      submit(event.currentTarget as HTMLFormElement);
    }}
    @formdata=${removeData}
    @input=${input ?? nothing}
    @change=${change ?? nothing}
  >
    ${content}
  </form>`;
}

function removeData({ formData }: FormDataEvent): void {
  for (const name of [...formData.keys()]) formData.delete(name);
}

/**
 * Name for a control that a tenant named. A control named `submit` or `action` would shadow the form's own property of that name, for
 * us and for every extension (https://html.spec.whatwg.org/multipage/forms.html#the-form-element, named properties).
 * `name` itself stays: it is the server's name of a field, and a form's `name` decides nothing.
 */
export function controlName(name: string): string {
  return name !== 'name' && name in HTMLFormElement.prototype ? `field-${name}` : name;
}
