// Token for the returns portal's back office, from the logistics partner's identity server.
const axios = require("axios");
const qs = require("querystring");

const TOKEN_URL = "https://login.logistics.example.net/oauth/v2/oauth-token";

async function signIn(username, password) {
  const { data } = await axios.post(TOKEN_URL, qs.stringify({
    grant_type: "password",
    client_id: "returns-portal",
    client_secret: process.env.RETURNS_CLIENT_SECRET,
    username,
    password,
    scope: "parcels",
  }));
  return { token: data.access_token, refreshToken: data.refresh_token, expires: Date.now() + data.expires_in * 1000 };
}

async function renew(session) {
  const { data } = await axios.post(TOKEN_URL, qs.stringify({
    grant_type: "refresh_token",
    client_id: "returns-portal",
    client_secret: process.env.RETURNS_CLIENT_SECRET,
    refresh_token: session.refreshToken,
  }));
  return { ...session, token: data.access_token, expires: Date.now() + data.expires_in * 1000 };
}

module.exports = { signIn, renew };
