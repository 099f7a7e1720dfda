import { UserManager, WebStorageStateStore } from "oidc-client-ts";

/** Browser sign-in of the storefront: authorization code with PKCE. Nothing to migrate here. */
export const users = new UserManager({
  authority: "https://id.shop.example.com/realms/shop",
  client_id: "shop-web",
  redirect_uri: "https://www.shop.example.com/signed-in",
  response_type: "code",
  scope: "openid profile orders",
  userStore: new WebStorageStateStore({ store: window.sessionStorage }),
});

export const signIn = () => users.signinRedirect();
export const signedIn = () => users.signinRedirectCallback();
