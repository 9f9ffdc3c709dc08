/** Sign-in and sign-out are App Service authentication's; the page only goes there. */

const LAST = "signInAt";
const TOO_SOON_MS = 20_000;

/** Leaves for the sign-in and comes back to this very place. Never returns. */
export function signIn() {
  const here = location.pathname + location.search + location.hash;
  if (Date.now() - Number(sessionStorage.getItem(LAST)) < TOO_SOON_MS) {
    return new Promise(() => dispatchEvent(new CustomEvent("signinfailed")));
  }
  sessionStorage.setItem(LAST, String(Date.now()));
  location.assign("/.auth/login/aad?post_login_redirect_uri=" + encodeURIComponent(here));
  return new Promise(() => {});
}

/** By the reader's own hand: as often as wanted. */
export function signInAgain() {
  sessionStorage.removeItem(LAST);
  return signIn();
}

export const SIGN_OUT = "/.auth/logout?post_logout_redirect_uri=%2Fpage";
