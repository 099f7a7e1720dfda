<?php
// Checks a gift card with the payment partner, whose access manager is of the old kind: one realm, one token path.

function giftcard_token(string $user, string $password): string
{
    $curl = curl_init('https://am.payments.example.net/openam/oauth2/access_token');
    curl_setopt_array($curl, [
        CURLOPT_POST => true,
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_USERPWD => 'giftcard-till:' . getenv('GIFTCARD_SECRET'),
        CURLOPT_POSTFIELDS => http_build_query([
            'grant_type' => 'password',
            'username' => $user,
            'password' => $password,
            'scope' => 'balance redeem',
        ]),
    ]);
    $reply = json_decode(curl_exec($curl), true);
    if (!isset($reply['access_token'])) {
        throw new RuntimeException($reply['error_description'] ?? 'no token');
    }
    return $reply['access_token'];
}
