package com.example.shop.mobile

import retrofit2.http.Field
import retrofit2.http.FormUrlEncoded
import retrofit2.http.POST

data class TokenResponse(
    val access_token: String,
    val refresh_token: String,
    val expires_in: Long,
)

/** Token endpoint of the customer realm. Base address: https://id.shop.example.com/ */
interface AuthApi {
    @FormUrlEncoded
    @POST("realms/shop/protocol/openid-connect/token")
    suspend fun token(
        @Field("client_id") clientId: String = "shop-mobile",
        @Field("grant_type") grantType: String = "password",
        @Field("username") username: String,
        @Field("password") password: String,
        @Field("scope") scope: String = "openid offline_access",
    ): TokenResponse

    @FormUrlEncoded
    @POST("realms/shop/protocol/openid-connect/token")
    suspend fun refresh(
        @Field("client_id") clientId: String = "shop-mobile",
        @Field("grant_type") grantType: String = "refresh_token",
        @Field("refresh_token") refreshToken: String,
    ): TokenResponse
}
