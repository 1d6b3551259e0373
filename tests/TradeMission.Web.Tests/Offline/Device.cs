using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Offline;

/// <summary>What a device does: asks who is signed in, takes the fresh token and sends.</summary>
internal static class Device
{
    /// <summary>Company A meets the Hanoi buyer, as a device words it.</summary>
    public static JsonObject Record(Guid id, string notes) => new()
    {
        ["clientId"] = id.ToString(),
        ["missionId"] = World.Ids.Underway,
        ["stopId"] = World.Ids.HanoiStop,
        ["participationId"] = World.Ids.AUnderway,
        ["buyerId"] = World.Ids.BuyerHanoi,
        ["heldOn"] = "2026-11-05",
        ["startsAt"] = "10:30:00",
        ["kind"] = "AtVenue",
        ["value"] = "600000",
        ["valueCurrency"] = "USD",
        ["assessment"] = "CooperationPossible",
        ["notes"] = notes,
        ["confirmDuplicate"] = true,
    };

    public static async Task<JsonElement> SessionAsync(this Visitor visitor)
    {
        using var answer = await visitor.GetAsync("/api/session");
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return JsonElement.Parse(await answer.Content.ReadAsStringAsync());
    }

    public static async Task<(int Status, JsonElement Body)> PutAsync(this Visitor visitor, JsonObject record, string? token = null)
    {
        token ??= (await visitor.SessionAsync()).GetProperty("token").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"https://localhost/api/consultations/{record["clientId"]}"));
        request.Headers.Add("RequestVerificationToken", token);
        request.Content = new StringContent(record.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await visitor.SendAsync(request);
        var isJson = answer.Content.Headers.ContentType?.MediaType == "application/json";
        return ((int)answer.StatusCode, isJson ? JsonElement.Parse(await answer.Content.ReadAsStringAsync()) : default);
    }
}
