package com.example.shop.mobile

/** The signed-in customer. Tokens stay in memory and in the encrypted preferences. */
class Session(private val api: AuthApi, private val store: TokenStore) {
    suspend fun signIn(email: String, password: String) {
        store.save(api.token(username = email, password = password))
    }

    suspend fun accessToken(): String {
        val current = store.load() ?: throw SignedOut()
        if (!current.expiresSoon()) return current.accessToken
        val renewed = api.refresh(refreshToken = current.refreshToken)
        store.save(renewed)
        return renewed.access_token
    }
}
