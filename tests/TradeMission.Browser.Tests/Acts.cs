using System.Globalization;
using Microsoft.Playwright;

namespace TradeMission.Browser.Tests;

/// <summary>What an officer does on the way of every story.</summary>
internal static class Acts
{
    /// <summary>Companies of the sample data whose people may sign in.</summary>
    public const string CompanyA = "다온코스메틱 (예시)";
    public const string CompanyB = "한빛센서 (예시)";

    /// <returns>The mission's address.</returns>
    public static async Task<string> PlanAMissionAsync(this IPage officer, string titleKo, string titleEn)
    {
        var today = DateOnly.FromDateTime(DateTime.Today);
        await officer.GotoAsync("/missions/new");
        await officer.FillAsync("[name=TitleKo]", titleKo);
        await officer.FillAsync("[name=TitleEn]", titleEn);
        await officer.FillAsync("[name=StartsOn]", Iso(today.AddDays(-1)));
        await officer.FillAsync("[name=EndsOn]", Iso(today.AddDays(3)));
        await officer.FillAsync("[name=Region]", "ASEAN");
        await officer.FillAsync("[name=LeadOrganisation]", "국제통상팀");
        await officer.SubmitAsync();
        var mission = new Uri(officer.Url).AbsolutePath;

        await officer.GotoAsync($"{mission}/stops/new");
        await officer.FillAsync("[name=CityKo]", "쿠알라룸푸르");
        await officer.FillAsync("[name=CityEn]", "Kuala Lumpur");
        await officer.SelectOptionAsync("[name=Country]", "MY");
        await officer.FillAsync("[name=TimeZone]", "Asia/Kuala_Lumpur");
        await officer.FillAsync("[name=StopStartsOn]", Iso(today.AddDays(-1)));
        await officer.FillAsync("[name=StopEndsOn]", Iso(today.AddDays(3)));
        await officer.SubmitAsync();

        await officer.GotoAsync($"{mission}/participations/new");
        await officer.GetByLabel(CompanyA).First.CheckAsync(new() { Force = true });
        await officer.GetByLabel(CompanyB).First.CheckAsync(new() { Force = true });
        await officer.SubmitAsync();
        return mission;
    }

    /// <param name="value">In the unit, as typed.</param>
    public static async Task LogAsync(this IPage officer, string mission, string company, string buyer, string value, string unit, string currency, bool isNewBuyer)
    {
        await officer.GotoAsync($"{mission}/consultations/new");
        await officer.SelectOptionAsync("[name=ParticipationId]", new SelectOptionValue { Label = company });
        await officer.FillAsync("[name=BuyerName]", buyer);
        var offered = officer.Locator("#buyer-list [role=option]");
        await (isNewBuyer ? offered.Last : offered.First).ClickAsync();
        if (isNewBuyer)
        {
            await officer.SelectOptionAsync("[name=NewBuyerCountry]", "MY");
        }

        await officer.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");
        await officer.SelectOptionAsync("[name=ValueCurrency]", currency);
        await officer.FillAsync("[name=Value]", value);
        await officer.Locator($"label[for=unit-{unit}]").ClickAsync();
        await officer.GetByText("협력 가능", new() { Exact = true }).First.ClickAsync();
        await officer.SubmitAsync("form[data-entry] .save-bar button[type=submit]");
        if (await officer.Locator("[name=ConfirmDuplicate]").CountAsync() > 0)
        {
            await officer.Locator("label[for=ConfirmDuplicate]").ClickAsync();
            await officer.SubmitAsync("form[data-entry] .save-bar button[type=submit]");
        }

        Assert.Equal(0, await officer.Locator("#error-summary").CountAsync());
    }

    /// <summary>Presses the save button of the page's form and waits until the page that it leads to has loaded: the old one must not be read for the new.</summary>
    public static async Task SubmitAsync(this IPage page, string button = "main form .krds-btn.primary[type=submit]")
    {
        var arrived = new TaskCompletionSource();
        void Arrive(object? sender, IPage loaded) => arrived.TrySetResult();
        page.Load += Arrive;
        await page.Locator(button).Last.ClickAsync();
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(30));
        page.Load -= Arrive;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
