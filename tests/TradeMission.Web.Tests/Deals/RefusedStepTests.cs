using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Deals;

/// <summary>What a step must not say: each with its own message beside its field, in both languages; what was typed stays, and nothing changes.</summary>
public sealed class RefusedStepTests(DealPortal portal) : IClassFixture<DealPortal>
{
    public static TheoryData<string, string, string, string, string> Cases => new()
    {
        { "negative", "pursued", "Amount", "금액은 0보다 작을 수 없습니다", "An amount cannot be negative" },
        { "fifteen digits", "pursued", "Amount", "금액은 1조를 넘을 수 없습니다", "An amount cannot be above 10^12" },
        { "fifteen digits by their unit", "pursued", "Amount", "금액은 1조를 넘을 수 없습니다", "An amount cannot be above 10^12" },
        { "cents of won", "pursued", "Amount", "이 통화의 소수 자릿수보다 많습니다", "This currency has fewer decimals" },
        { "nought", "pursued", "Amount", "금액이 0입니다", "The amount is nought" },
        { "text", "pursued", "Amount", "금액은 숫자로 적으십시오", "" },
        { "nothing", "pursued", "Amount", "이 단계에는 금액이 필요합니다", "This stage needs an amount" },
        { "unknown currency", "pursued", "Currency", "ISO 4217에 없는 통화입니다", "This is no ISO 4217 currency" },
        { "no stage", "pursued", "Stage", "", "" },
        { "unknown stage", "pursued", "Stage", "", "" },
        { "no day", "pursued", "On", "", "" },
        { "no date", "pursued", "On", "", "" },
        { "before the consultation", "pursued", "On", "상담한 날보다 앞선 날짜입니다", "This is before the day of the consultation" },
        { "in the future", "pursued", "On", "아직 오지 않은 날짜입니다", "This day has not come yet" },
        { "expected", "pursued", "ExpectedOn", "예상일은 계약추진 단계에만 적습니다", "Only a contract being pursued has an expected date" },
        { "exit with amount", "pursued", "Amount", "보류와 무산에는 금액을 적지 않습니다", "On hold and lost have no amount" },
        { "exit without reason", "pursued", "Reason", "사유를 적으십시오", "Say why" },
        { "long note", "pursued", "Note", "", "" },
        { "long reason", "pursued", "Reason", "", "" },
        { "step", "lost", "Revives", "보류되었거나 무산된 건입니다", "This deal is on hold or lost" },
        { "taken up without reason", "lost", "Reason", "사유를 적으십시오", "Say why" },
        { "step", "paid", "Stage", "대금이 완료된 건에는", "This deal is paid in full" },
        { "going back", "signed", "Stage", "이미 더 나아간 단계 뒤에", "An earlier stage cannot stand after a later one" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Post_IsRefusedBesideItsField(string what, string deal, string field, string korean, string english)
    {
        foreach (var (language, message) in new[] { ("ko", korean), ("en", english) })
        {
            var officer = await portal.SignInAsync(World.Officer);
            var form = await officer.GetPageAsync($"{Steps.NextOf(DealOf(deal))}?culture={language}");
            var typed = TypedFor(what);
            var before = await portal.PictureAsync();

            var page = await officer.SubmitAsync(form, typed);

            var said = Steps.ErrorOf(page, field);
            Assert.StartsWith(message, said, StringComparison.Ordinal);
            Assert.Equal(language == "ko", Texts.LanguageTests.Hangul().IsMatch(said));
            Assert.Single(page.Document.QuerySelectorAll("#error-summary li"));
            Assert.Equal(typed["Amount"], page.Field("[name=Amount]").Value);
            Assert.Equal(typed["On"], page.Document.QuerySelector("[name=On]")!.GetAttribute("value") ?? "");
            Assert.Equal(typed.GetValueOrDefault("Note"), page.Document.QuerySelector("[name=Note]")!.TextContent);
            Assert.Equal(typed["AmountUnit"], page.Document.QuerySelector("[name=AmountUnit] option[selected]")!.GetAttribute("value"));
            Assert.Equal(before, await portal.PictureAsync());
        }
    }

    [Theory]
    [InlineData("ko", "취소한 시장개척단의 기록은 바꿀 수 없습니다")]
    [InlineData("en", "Records of a cancelled mission are not changed")]
    public async Task Post_OfACancelledMission_IsRefused(string language, string message)
    {
        var officer = portal.Visit();
        await officer.SignInAsync(World.Officer, World.Password);
        Assert.DoesNotContain("/steps/new", (await officer.GetPageAsync($"/consultations/{portal.CancelledConsultation}")).Source, StringComparison.Ordinal);
        var before = await portal.PictureAsync();
        foreach (var address in new[] { Steps.FirstOf(portal.CancelledConsultation), Steps.NextOf(portal.OfCancelled) })
        {
            var page = await officer.RecordAsync($"{address}?culture={language}", Steps.Typed(DealStage.Signed, "1,000", "2026-11-02"));

            Assert.Contains(message, page.Texts("#error-summary")[0], StringComparison.Ordinal);
            Assert.Equal("1,000", page.Field("[name=Amount]").Value);
        }

        Assert.Equal(before, await portal.PictureAsync());
    }

    /// <summary>A form that opens a deal offers no exit; a made-up request is refused all the same.</summary>
    [Fact]
    public async Task Post_ExitAsAFirstStep_IsRefused()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync($"{Steps.FirstOf(World.Ids.AWithNusantara)}?culture=ko");
        Assert.Empty(form.Document.QuerySelectorAll("[name=Stage] option[value=Lost], [name=Stage] option[value=OnHold]"));
        var before = await portal.PictureAsync();

        var page = await officer.PostAsync(Steps.FirstOf(World.Ids.AWithNusantara), form, Steps.Typed(DealStage.Lost, "", "2026-11-02").With("Reason", "무산"));

        Assert.NotEmpty(page.Texts("#error-summary li"));
        Assert.Equal(before, await portal.PictureAsync());
    }

    private static Dictionary<string, string?> TypedFor(string what)
    {
        var fields = Steps.Typed(DealStage.Signed, "1,000", "2026-11-03").With("Note", "적은 <비고>");
        return what switch
        {
            "negative" => fields.With("Amount", "-1,000"),
            "fifteen digits" => fields.With("Amount", "100,000,000,000,000"),
            "fifteen digits by their unit" => fields.With("Amount", "1000000001").With("AmountUnit", "Thousand"),
            "cents of won" => fields.With("Amount", "1,000.5").With("Currency", "KRW"),
            "nought" => fields.With("Amount", "0"),
            "text" => fields.With("Amount", "약 3만불"),
            "nothing" => fields.With("Amount", ""),
            "unknown currency" => fields.With("Currency", "ZZZ"),
            "no stage" => fields.With("Stage", ""),
            "unknown stage" => fields.With("Stage", "Won"),
            "no day" => fields.With("On", ""),
            "no date" => fields.With("On", "2026-11-31"),
            "before the consultation" => fields.With("On", "2026-11-01"),
            "in the future" => fields.With("On", "2026-11-06"),
            "expected" => fields.With("ExpectedOn", "2027-01-01"),
            "exit with amount" => fields.With("Stage", "Lost").With("Reason", "가격"),
            "exit without reason" => fields.With("Stage", "OnHold").With("Amount", ""),
            "long note" => fields.With("Note", new string('가', 2001)),
            "long reason" => fields.With("Reason", new string('가', 1001)),
            "taken up without reason" => fields.With("On", "2026-11-05").With("Revives", "true"),
            "step" => fields.With("On", "2026-11-05"),
            "going back" => fields.With("Stage", "Pursued"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
    }

    private long DealOf(string deal) => deal switch { "lost" => portal.Lost, "paid" => portal.Paid, "signed" => portal.Signed, _ => portal.Pursued };
}
