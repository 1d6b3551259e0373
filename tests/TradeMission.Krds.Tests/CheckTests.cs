using AngleSharp.Dom;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class CheckTests
{
    private static IElement Published(Page page, string? hint = null) =>
        page.Render<CheckTagHelper>(check => (check.For, check.Hint) = (page.Expression(form => form.Published), hint));

    private static bool IsChecked(IElement field) => field.QuerySelector("input[type=checkbox]")!.HasAttribute("checked");

    /// <summary>A checkbox without this markup is invisible.</summary>
    [Fact]
    public void Check_LooksLikeTheDesignSystems()
    {
        var field = Published(new());

        Likeness.AssertLike(KrdsPackage.Example("checkbox_size").QuerySelector(".krds-form-check.large")!, field.QuerySelector(".krds-form-check")!);
        Assert.Equal("input", field.QuerySelector("label")!.PreviousElementSibling!.LocalName);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_ShowsTheStoredValue(bool stored) => Assert.Equal(stored, IsChecked(Published(new(new() { Published = stored }))));

    [Theory]
    [InlineData(true, "false")]
    [InlineData(false, "true", "false")]
    public void Check_KeepsWhatWasSentOverWhatIsStored(bool stored, params string[] sent) =>
        Assert.Equal(!stored, IsChecked(Published(new Page(new() { Published = stored }).Sent("Published", sent))));

    [Fact]
    public void Check_SendsFalseWhenEmpty()
    {
        var field = Published(new());

        var (check, empty) = (field.QuerySelector("input[type=checkbox]")!, field.QuerySelector("input[type=hidden]")!);
        Assert.Equal(("Published", "true"), (check.GetAttribute("name"), check.GetAttribute("value")));
        Assert.Equal(("Published", "false"), (empty.GetAttribute("name"), empty.GetAttribute("value")));
    }

    [Fact]
    public void Check_IsNeverRequired() => Assert.Null(Published(new()).QuerySelector("[required], small"));

    [Fact]
    public void Check_WithErrorAndHint_IsDescribedByBoth()
    {
        var field = Published(new Page().Wrong("Published", "확인하십시오"), "누구나 봅니다");

        var check = field.QuerySelector("input[type=checkbox]")!;
        Assert.Equal("true", check.GetAttribute("aria-invalid"));
        Assert.Equal("Published-hint Published-error", check.GetAttribute("aria-describedby"));
        Assert.NotNull(field.QuerySelector("#Published-error"));
    }

    [Fact]
    public void Check_WithoutError_IsNotInvalid() => Assert.Null(Published(new()).QuerySelector("[aria-invalid], .is-error, [aria-describedby]"));
}
