using System.Collections.Generic;
using System.Net.Http;
using System.Text.Json;
using System.Threading.Tasks;

namespace Shop.Warehouse
{
    /// <summary>Sign-in form of the hand-held scanners. The grant was switched off for this client in December; some devices were never updated.</summary>
    public class ScannerLogin
    {
        private static readonly HttpClient Http = new HttpClient();

        public async Task<string> SignInAsync(string badge, string pin)
        {
            var form = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                { "grant_type", "password" },
                { "client_id", "warehouse-scanner" },
                { "username", badge },
                { "password", pin },
            });
            var response = await Http.PostAsync(
                "https://id.shop.example.com/realms/shop/protocol/openid-connect/token", form);
            using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return body.RootElement.GetProperty("access_token").GetString();
        }
    }
}
