/** Confirms the sign-out of an app that proved to have been signed in; without scripting a person presses the button. */
document.querySelector<HTMLButtonElement>('button[name="logout"]')?.click();
