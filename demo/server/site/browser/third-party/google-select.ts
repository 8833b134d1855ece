/** Hands what was chosen in the frame to the page around it. */
export {};

const { credential = '', origin = '' } = document.body.dataset;
window.parent.postMessage(credential, origin);
