using AngleSharp.Dom;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Tests.Deals;

/// <summary>The forms of deals as tests use them.</summary>
internal static class Steps
{
    public static string FirstOf(long consultation) => $"/consultations/{consultation}/deals/new";

    public static string NextOf(long deal) => $"/deals/{deal}/steps/new";

    public static string CorrectionOf(long deal, long step) => $"/deals/{deal}/steps/{step}/correction";

    public static string WithdrawalOf(long deal, long step) => $"/deals/{deal}/steps/{step}/withdrawal";

    public static string EvidenceOf(long deal, long step) => $"/deals/{deal}/steps/{step}/evidence";

    /// <summary>What somebody types for a step.</summary>
    public static Dictionary<string, string?> Typed(DealStage stage, string? amount, string on, string currency = "USD") => new()
    {
        ["Stage"] = $"{stage}",
        ["Amount"] = amount ?? "",
        ["AmountUnit"] = "Usd",
        ["Currency"] = currency,
        ["On"] = on,
    };

    public static Dictionary<string, string?> With(this Dictionary<string, string?> fields, string field, string? value)
    {
        fields[field] = value;
        return fields;
    }

    /// <summary>Opens the form and submits it.</summary>
    public static async Task<Page> RecordAsync(this Visitor visitor, string address, Dictionary<string, string?>? fields, Upload? file = null) =>
        await visitor.SubmitAsync(await visitor.GetPageAsync(address), fields, file: file);

    public static Upload File(byte[] content, string name, string says = "application/octet-stream") => new("Evidence", name, content, says);

    /// <summary>The message beside the field, which the summary leads to.</summary>
    public static string ErrorOf(Page page, string field)
    {
        var control = page.Document.QuerySelector($"main [name={field}]:not([type=hidden])") ?? throw new InvalidOperationException($"No field {field}: {page.Text}");
        Assert.True(control.GetAttribute("aria-invalid") == "true", $"{field} is not marked: {page.Text}");
        Assert.NotNull(page.Document.QuerySelector($"#error-summary a[href='#{control.Id}']"));
        return page.Document.GetElementById(control.GetAttribute("aria-describedby")!.Split(' ')[^1])!.TextContent;
    }

    /// <summary>The ladder of one deal on its consultation's page: stage, figure and day of each rung.</summary>
    public static IReadOnlyList<string> Ladder(Page page, long deal) => page.Texts($"#deal-{deal} ol.ladder > li");

    /// <summary>The rung that the deal stands at.</summary>
    public static string Rung(Page page, long deal) => Assert.Single(page.Texts($"#deal-{deal} ol.ladder > li.now"));

    public static IElement RowOf(Page page, long step) => page.Document.GetElementById($"step-{step}") ?? throw new InvalidOperationException($"No row of step {step}: {page.Text}");
}
