package com.example.shop.settlement;

/** What application.properties and the environment say. */
record Settings(String tokenUrl, String clientSecret, String user, String password, String ledgerUrl) {}
