package com.example.shop.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Gets an access token for the service user of the settlement run. */
final class TokenClient {
  private static final String GRANT_TYPE = "grant_type";
  private static final String CLIENT_ID = "nightly-settlement";

  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Settings settings;

  TokenClient(Settings settings) {
    this.settings = settings;
  }

  String accessToken() throws IOException, InterruptedException {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(GRANT_TYPE, "password");
    form.put("username", settings.user());
    form.put("password", settings.password());
    form.put("scope", "ledger");

    HttpRequest request = HttpRequest.newBuilder(URI.create(settings.tokenUrl()))
        .header("Authorization", basic(CLIENT_ID, settings.clientSecret()))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(encode(form)))
        .build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    JsonNode body = json.readTree(response.body());
    if (response.statusCode() != 200) {
      throw new IOException("token endpoint: " + body.path("error").asText());
    }
    return body.get("access_token").asText();
  }

  private static String basic(String user, String secret) {
    byte[] pair = (user + ":" + secret).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  private static String encode(Map<String, String> form) {
    return form.entrySet().stream()
        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
