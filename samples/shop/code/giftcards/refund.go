package giftcards

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"strings"
)

// The payment partner's newer access manager: realms stand in the path.
const tokenURL = "https://am.payments.example.net/am/oauth2/realms/root/realms/refunds/access_token"

type token struct {
	AccessToken string `json:"access_token"`
	ExpiresIn   int    `json:"expires_in"`
	Error       string `json:"error"`
}

// refundToken signs the clerk in; the client authenticates with a Basic header.
func refundToken(clerk, pin string) (*token, error) {
	form := url.Values{}
	form.Set("grant_type", "password")
	form.Set("username", clerk)
	form.Set("password", pin)
	form.Set("scope", "refund")

	request, err := http.NewRequest(http.MethodPost, tokenURL, strings.NewReader(form.Encode()))
	if err != nil {
		return nil, err
	}
	pair := base64.StdEncoding.EncodeToString([]byte("giftcard-refund:" + os.Getenv("REFUND_SECRET")))
	request.Header.Set("Authorization", "Basic "+pair)
	request.Header.Set("Content-Type", "application/x-www-form-urlencoded")

	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var out token
	if err := json.NewDecoder(response.Body).Decode(&out); err != nil {
		return nil, err
	}
	if out.Error != "" {
		return nil, fmt.Errorf("refund sign-in: %s", out.Error)
	}
	return &out, nil
}
