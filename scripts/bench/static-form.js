/* What a page without any framework needs to sign in with a password. */
const form = document.querySelector('form');
const alert = document.querySelector('[role=alert]');

const send = async (method, path, body) => {
  const response = await fetch(`/api/experience${path}`, {
    method,
    headers: { 'Content-Type': 'application/json' },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  const answer = response.status !== 204 && text.startsWith('{') ? JSON.parse(text) : {};
  if (!response.ok) throw new Error(answer.message ?? 'Something went wrong.');
  return answer;
};

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const button = form.querySelector('button');
  const { identifier, password } = Object.fromEntries(new FormData(form));
  button.disabled = true;
  alert.textContent = '';
  try {
    await send('PUT', '', { interactionEvent: 'SignIn' });
    const type = identifier.includes('@') ? 'email' : 'username';
    const { verificationId } = await send('POST', '/verification/password', {
      identifier: { type, value: identifier },
      password,
    });
    await send('POST', '/identification', { verificationId });
    const { redirectTo } = await send('POST', '/submit');
    location.replace(redirectTo);
  } catch (error) {
    alert.textContent = error.message;
    button.disabled = false;
  }
});

document.querySelector('#identifier').focus();
