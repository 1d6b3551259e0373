using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class ChoicesTests
{
    private static readonly SelectListItem[] Assessments = [new("상담 불발", "Failed"), new("협력 가능", "Possible")];
    private static readonly SelectListItem[] Cities = [new("반둥", "1"), new("피닉스", "2"), new("타운즈빌", "3")];

    private static IElement Radios(Page page, string look = "list", string? icons = null) =>
        page.Render<RadiosTagHelper>(r => (r.For, r.Items, r.Look, r.Icons) = (page.Expression(form => form.Assessment), Assessments, look, icons));

    private static IElement Checks(Page page) =>
        page.Render<ChecksTagHelper>(c => (c.For, c.Items) = (page.Expression(form => form.SisterCityIds), Cities));

    private static IEnumerable<string> Checked(IElement field) =>
        field.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")!);

    [Fact]
    public void Radios_LookLikeTheDesignSystems() =>
        Likeness.AssertLike(KrdsPackage.Example("radio_button").QuerySelector(".form-group")!, Radios(new()));

    [Fact]
    public void Checks_LookLikeTheDesignSystems() =>
        Likeness.AssertLike(
            KrdsPackage.Example("checkbox").QuerySelector(".krds-form-check")!,
            Checks(new()).QuerySelector(".form-conts > .checks > .krds-form-check")!);

    [Theory]
    [InlineData("list")]
    [InlineData("segmented")]
    [InlineData("choices")]
    public void Radios_AreAGroupWithItsName(string look)
    {
        var field = Radios(new(), look);

        var group = field.QuerySelector("[role=radiogroup]")!;
        Assert.Equal("평가", field.QuerySelector($"#{group.GetAttribute("aria-labelledby")}")!.TextContent);
        Assert.Equal("true", group.GetAttribute("aria-required"));
        Assert.Equal(2, field.QuerySelectorAll("input[type=radio][name=Assessment]").Length);
    }

    [Theory]
    [InlineData("segmented", "seg")]
    [InlineData("choices", "choices")]
    public void RadiosAsButtons_HaveTheirLabelsRightAfterThem(string look, string css)
    {
        var group = Radios(new(), look).QuerySelector($".{css}")!;

        Assert.Equal(["input", "label", "input", "label"], group.Children.Select(child => child.LocalName));
        Assert.All(group.QuerySelectorAll("input.sr-only"), input => Assert.Equal(input.Id, input.NextElementSibling!.GetAttribute("for")));
    }

    [Fact]
    public void Radios_TheFirstHasTheFieldsId_SoThatTheErrorSummaryLeadsToIt() =>
        Assert.Equal(["Assessment", "Assessment-2"], Radios(new()).QuerySelectorAll("input").Select(input => input.Id!));

    [Fact]
    public void Radios_WithIcons_ShowThem() =>
        Assert.Equal(
            ["#i-x", "#i-check"],
            Radios(new(), "choices", "x, check").QuerySelectorAll("label > svg.ico > use").Select(use => use.GetAttribute("href")));

    [Fact]
    public void Radios_KeepWhatWasChosenOverWhatIsStored()
    {
        Assert.Equal(["Possible"], Checked(Radios(new(new() { Assessment = SampleAssessment.Possible }))));
        Assert.Equal(["Failed"], Checked(Radios(new Page(new() { Assessment = SampleAssessment.Possible }).Sent("Assessment", "Failed"))));
        Assert.Empty(Checked(Radios(new())));
    }

    [Fact]
    public void Radios_WithError_AreInvalidAndDescribed()
    {
        var field = Radios(new Page().Wrong("Assessment", "평가를 고르십시오"));

        var group = field.QuerySelector(".is-error > [role=radiogroup]")!;
        Assert.Equal("true", group.GetAttribute("aria-invalid"));
        Assert.Equal("평가를 고르십시오", field.QuerySelector($"#{group.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public void Radios_WithoutError_AreNotInvalid() => Assert.Null(Radios(new()).QuerySelector("[aria-invalid], .is-error, [aria-describedby]"));

    [Fact]
    public void Radios_OfAnUnknownLook_AreADefect() => Assert.Throws<ArgumentException>(() => Radios(new(), "tiles"));

    [Fact]
    public void Checks_KeepWhatWasChosenOverWhatIsStored()
    {
        Assert.Equal(["1", "3"], Checked(Checks(new(new() { SisterCityIds = [1, 3] }))));
        Assert.Equal(["2", "3"], Checked(Checks(new Page(new() { SisterCityIds = [1] }).Sent("SisterCityIds", "2", "3"))));
    }

    [Fact]
    public void Checks_AreAGroupWithItsNameAndItsError()
    {
        var field = Checks(new Page().Wrong("SisterCityIds", "한 곳은 고르십시오"));

        var group = field.QuerySelector("[role=group]")!;
        Assert.Equal("자매도시", field.QuerySelector($"#{group.GetAttribute("aria-labelledby")}")!.TextContent);
        Assert.Equal("한 곳은 고르십시오", field.QuerySelector($"#{group.GetAttribute("aria-describedby")}")!.TextContent);
        Assert.Equal("SisterCityIds", field.QuerySelector("input")!.Id);
    }

    [Fact]
    public void Choices_EncodeTheirTexts()
    {
        const string attack = "<script>1</script>\"";
        var page = new Page();

        var html = page.RenderText<RadiosTagHelper>(r =>
            (r.For, r.Items, r.Legend) = (page.Expression(form => form.Assessment), [new(attack, attack)], attack));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var field = Page.Parse(html);
        Assert.Equal(attack, field.QuerySelector("label")!.TextContent);
        Assert.Equal(attack, field.QuerySelector(".lab")!.TextContent);
        Assert.Equal(attack, field.QuerySelector("input")!.GetAttribute("value"));
    }
}
