using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.Rendering;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class SelectTests
{
    private static readonly SelectListItem[] Currencies = [new("미국 달러", "USD"), new("유로", "EUR")];

    private static IElement Currency(Page page, string? empty = null) =>
        page.Render<SelectTagHelper>(s => (s.For, s.Items, s.Empty) = (page.Expression(form => form.Currency), Currencies, empty));

    private static IEnumerable<string> Chosen(IElement field) => field.QuerySelectorAll("option[selected]").Select(o => o.GetAttribute("value")!);

    [Theory]
    [InlineData(0, null, false)]
    [InlineData(1, "USD", false)]
    [InlineData(2, null, true)]
    public void Select_LooksLikeTheDesignSystems(int place, string? chosen, bool wrong)
    {
        var page = new Page(new() { Currency = chosen });
        if (wrong)
            page.Wrong("Currency", "통화를 고르십시오");

        // The examples have a hint where this property has none.
        var example = KrdsPackage.Example("select").QuerySelectorAll(".form-group")[place];
        Likeness.AssertLike(example, Currency(page), except: ".form-hint");
    }

    [Fact]
    public void Select_WithNothingChosen_IsNotMarkedAsComplete() =>
        Assert.DoesNotContain("completed", Currency(new()).QuerySelector("select")!.ClassList);

    [Fact]
    public void Select_ShowsTheStoredValue() => Assert.Equal(["EUR"], Chosen(Currency(new(new() { Currency = "EUR" }))));

    [Fact]
    public void Select_KeepsWhatWasChosenOverWhatIsStored() =>
        Assert.Equal(["USD"], Chosen(Currency(new Page(new() { Currency = "EUR" }).Sent("Currency", "USD"))));

    [Fact]
    public void Select_WithAnEmptyChoice_BeginsWithIt()
    {
        var first = Currency(new(), "고르십시오").QuerySelectorAll("option")[0];

        Assert.Equal(("", "고르십시오"), (first.GetAttribute("value"), first.TextContent));
    }

    [Fact]
    public void Select_OfAnEnum_KnowsItsNamesAndItsNumbers()
    {
        var page = new Page(new() { Assessment = SampleAssessment.Possible });
        SelectListItem[] byName = [new("불발", "Failed"), new("가능", "Possible")];
        SelectListItem[] byNumber = [new("불발", "1"), new("가능", "4")];

        Assert.Equal(["Possible"], Chosen(page.Render<SelectTagHelper>(s => (s.For, s.Items) = (page.Expression(form => form.Assessment), byName))));
        Assert.Equal(["4"], Chosen(page.Render<SelectTagHelper>(s => (s.For, s.Items) = (page.Expression(form => form.Assessment), byNumber))));
    }

    [Fact]
    public void Select_OfSeveral_ChoosesSeveral()
    {
        var page = new Page(new() { SisterCityIds = [2, 3] });
        SelectListItem[] cities = [new("반둥", "1"), new("피닉스", "2"), new("타운즈빌", "3")];

        var field = page.Render<SelectTagHelper>(s => (s.For, s.Items) = (page.Expression(form => form.SisterCityIds), cities));

        Assert.Equal(["2", "3"], Chosen(field));
        Assert.NotNull(field.QuerySelector("select[multiple]"));
    }

    [Fact]
    public void Select_WithGroups_KeepsThem()
    {
        var asia = new SelectListGroup { Name = "아시아" };
        SelectListItem[] items = [new("인도네시아", "ID") { Group = asia }, new("일본", "JP") { Group = asia }, new("미국", "US") { Disabled = true }];
        var page = new Page();

        var select = page.Render<SelectTagHelper>(s => (s.For, s.Items) = (page.Expression(form => form.Currency), items)).QuerySelector("select")!;

        Assert.Equal(["ID", "JP"], select.QuerySelectorAll("optgroup[label=아시아] > option").Select(o => o.GetAttribute("value")));
        Assert.True(select.QuerySelector("select > option[value=US]")!.HasAttribute("disabled"));
    }

    [Fact]
    public void Select_EncodesItsChoices()
    {
        const string attack = "</select><script>1</script>\"";
        var page = new Page();

        var html = page.RenderText<SelectTagHelper>(s =>
            (s.For, s.Items, s.Empty) = (page.Expression(form => form.Currency), [new(attack, attack)], attack));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(attack, Page.Parse(html).QuerySelectorAll("option")[1].GetAttribute("value"));
    }

    [Fact]
    public void Select_WithError_IsInvalidAndDescribed()
    {
        var field = Currency(new Page().Wrong("Currency", "통화를 고르십시오"));

        var select = field.QuerySelector("select.is-error")!;
        Assert.Equal("true", select.GetAttribute("aria-invalid"));
        Assert.Equal("통화를 고르십시오", field.QuerySelector($"#{select.GetAttribute("aria-describedby")}")!.TextContent);
    }

    [Fact]
    public void Select_OfARequiredProperty_IsRequired() => Assert.True(Currency(new()).QuerySelector("select")!.HasAttribute("required"));
}
