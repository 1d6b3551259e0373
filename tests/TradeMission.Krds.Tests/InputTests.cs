using System.Globalization;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Html;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class InputTests
{
    private static IElement Title(Page page, params (string Name, object? Value)[] attributes) =>
        page.Render<InputTagHelper>(input => input.For = page.Expression(form => form.Title), "", attributes);

    [Fact]
    public void Input_LooksLikeTheDesignSystems() =>
        Likeness.AssertLike(KrdsPackage.Example("text_input").QuerySelector(".form-group")!, Title(new()));

    [Fact]
    public void InputWithError_LooksLikeTheDesignSystems() =>
        Likeness.AssertLike(
            KrdsPackage.Example("text_input_state").QuerySelector(".form-group:has(.is-error)")!,
            Title(new Page().Wrong("Title", "국문 이름을 적으십시오")));

    [Theory]
    [InlineData("small", 0)]
    [InlineData("medium", 1)]
    [InlineData("large", 2)]
    public void InputOfASize_LooksLikeTheDesignSystems(string size, int place)
    {
        var page = new Page();

        var field = page.Render<InputTagHelper>(input => (input.For, input.Size) = (page.Expression(form => form.Title), size));

        Likeness.AssertLike(KrdsPackage.Example("text_input_size").QuerySelectorAll(".form-group")[place], field);
    }

    [Fact]
    public void Input_WithoutError_IsDescribedByItsHintAlone()
    {
        var field = Title(new(new() { Title = "2027 중동 시장개척단" }));

        var input = field.QuerySelector("input")!;
        Assert.Equal("Title", input.Id);
        Assert.Equal("Title", input.GetAttribute("name"));
        Assert.Equal("2027 중동 시장개척단", input.GetAttribute("value"));
        Assert.Equal("국문 이름", field.QuerySelector("label[for=Title]")!.TextContent);
        Assert.Equal("Title-hint", input.GetAttribute("aria-describedby"));
        Assert.Equal("결과보고서의 제목이 됩니다", field.QuerySelector("p.form-hint#Title-hint")!.TextContent);
        Assert.Null(input.GetAttribute("aria-invalid"));
        Assert.Null(field.QuerySelector(".is-error"));
        Assert.Null(field.QuerySelector(".form-hint-invalid"));
    }

    [Fact]
    public void Input_WithError_IsInvalidAndDescribedByHintAndError()
    {
        var field = Title(new Page().Sent("Title", "").Wrong("Title", "국문 이름을 적으십시오").Wrong("Title", "또 다른 잘못"));

        var input = field.QuerySelector(".form-conts.is-error > input")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Title-hint Title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("국문 이름을 적으십시오", field.QuerySelector("p.form-hint-invalid#Title-error")!.TextContent);
    }

    [Fact]
    public void Input_WithNothingToSay_HasNoDescription()
    {
        var page = new Page();

        var field = page.Render<InputTagHelper>(input => input.For = page.Expression(form => form.EnglishTitle));

        Assert.Null(field.QuerySelector("input")!.GetAttribute("aria-describedby"));
        Assert.Null(field.QuerySelector("p"));
    }

    [Fact]
    public void Input_DescribedByThePageToo_KeepsBoth()
    {
        var input = Title(new(), ("aria-describedby", "note")).QuerySelector("input")!;

        Assert.Equal("note Title-hint", input.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Input_KeepsWhatWasTypedOverWhatIsStored()
    {
        var field = Title(new Page(new() { Title = "stored" }).Sent("Title", "typed"));

        Assert.Equal("typed", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void Input_KeepsWhatWasTypedAndCannotBeRead()
    {
        var page = new Page(new() { Budget = 1m }).Sent("Budget", "팔천만원").Wrong("Budget", "숫자로 적으십시오");

        var field = page.Render<InputTagHelper>(input => input.For = page.Expression(form => form.Budget));

        Assert.Equal("팔천만원", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void Input_ErrorWithoutAValueSent_ShowsTheStoredValue()
    {
        var field = Title(new Page(new() { Title = "stored" }).Wrong("Title", "잘못"));

        Assert.Equal("stored", field.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void Input_EncodesValueLabelHintAndError()
    {
        const string attack = "<script>alert('1')</script>\"'&";
        var page = new Page().Sent("Title", attack).Wrong("Title", attack);

        var html = page.RenderText<InputTagHelper>(input => (input.For, input.Label, input.Hint, input.Note) =
            (page.Expression(form => form.Title), attack, attack, attack));

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        var field = Page.Parse(html).Children[0];
        Assert.Equal(attack, field.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal(attack, field.QuerySelector("label")!.TextContent);
        Assert.Equal(attack, field.QuerySelector("small")!.TextContent);
        Assert.Equal(attack, field.QuerySelector(".form-hint")!.TextContent);
        Assert.Equal(attack, field.QuerySelector(".form-hint-invalid")!.TextContent);
    }

    [Fact]
    public void Input_PassesAttributesOfThePageToTheControl_EncodedOnce()
    {
        var encoded = new HtmlString("A &amp; B &quot;C&quot;");

        var input = Title(new(), ("data-for", encoded), ("placeholder", "<b>"), ("class", "big"), ("autofocus", null)).QuerySelector("input")!;

        Assert.Equal("A & B \"C\"", input.GetAttribute("data-for"));
        Assert.Equal("<b>", input.GetAttribute("placeholder"));
        Assert.Equal(["krds-input", "medium", "big"], input.ClassList);
        Assert.True(input.HasAttribute("autofocus"));
    }

    [Fact]
    public void Input_WithAnIdOfThePage_TiesEverythingToIt()
    {
        var field = Title(new Page().Wrong("Title", "잘못"), ("id", "second"));

        Assert.Equal("second-hint second-error", field.QuerySelector("input#second")!.GetAttribute("aria-describedby"));
        Assert.NotNull(field.QuerySelector("label[for=second]"));
        Assert.NotNull(field.QuerySelector("#second-error"));
    }

    [Fact]
    public void Input_OfARequiredProperty_IsRequiredAndUnmarked()
    {
        var field = Title(new());

        Assert.True(field.QuerySelector("input")!.HasAttribute("required"));
        Assert.Null(field.QuerySelector("small"));
    }

    [Fact]
    public void Input_OfAnOptionalProperty_SaysSo()
    {
        var page = new Page();

        var field = page.Render<InputTagHelper>(input => input.For = page.Expression(form => form.EnglishTitle));

        Assert.False(field.QuerySelector("input")!.HasAttribute("required"));
        Assert.Equal("선택", field.QuerySelector(".form-tit > small")!.TextContent);
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("비우면 금액 없음", "비우면 금액 없음")]
    public void Input_WithANoteOfThePage_SaysThatInstead(string note, string? shown)
    {
        var page = new Page();

        var field = page.Render<InputTagHelper>(input => (input.For, input.Note) = (page.Expression(form => form.EnglishTitle), note));

        Assert.Equal(shown, field.QuerySelector("small")?.TextContent);
    }

    [Fact]
    public void Input_TakesItsLengthLimitFromTheRules() => Assert.Equal("120", Title(new()).QuerySelector("input")!.GetAttribute("maxlength"));

    [Fact]
    public void Input_OfANestedProperty_HasAnIdThatALinkCanName()
    {
        var page = new Page().Wrong("Stop.City", "도시를 고르십시오");

        var field = page.Render<InputTagHelper>(input => input.For = page.Expression(form => form.Stop.City));

        Assert.Equal("Stop.City", field.QuerySelector("input#Stop_City")!.GetAttribute("name"));
        Assert.Equal("Stop_City-error", field.QuerySelector("input")!.GetAttribute("aria-describedby"));
    }

    [Fact]
    public void Input_WithAUnit_SaysItInTheLabel()
    {
        var page = new Page();

        var field = page.Render<InputTagHelper>(input => (input.For, input.Suffix) = (page.Expression(form => form.Budget), "원"));

        Assert.Equal("계획 예산 (원)", field.QuerySelector("label")!.TextContent);
    }

    [Theory]
    [InlineData("84000000.00", "84000000")]
    [InlineData("1234.5600", "1234.56")]
    [InlineData("-0.10", "-0.1")]
    [InlineData("0.00", "0")]
    public void Input_OfAnAmount_IsPlainInEveryLanguage(string stored, string shown)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var page = new Page(new() { Budget = decimal.Parse(stored, CultureInfo.InvariantCulture) });

            var input = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Budget)).QuerySelector("input")!;

            Assert.Equal(shown, input.GetAttribute("value"));
            Assert.Equal("text", input.GetAttribute("type"));
            Assert.Equal("decimal", input.GetAttribute("inputmode"));
            Assert.Contains("num", input.ClassList);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void Input_OfACount_AsksForDigits()
    {
        var page = new Page(new() { Companies = 8 });

        var input = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Companies)).QuerySelector("input")!;

        Assert.Equal(("text", "numeric", "8"), (input.GetAttribute("type"), input.GetAttribute("inputmode"), input.GetAttribute("value")));
    }

    [Fact]
    public void Input_OfADay_IsADateField()
    {
        var page = new Page(new() { Starts = new(2027, 1, 8) });

        var input = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Starts)).QuerySelector("input")!;

        Assert.Equal(("date", "2027-01-08"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Fact]
    public void Input_OfATime_IsATimeField()
    {
        var page = new Page(new() { Opens = new(9, 5, 30) });

        var input = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Opens)).QuerySelector("input")!;

        Assert.Equal(("time", "09:05"), (input.GetAttribute("type"), input.GetAttribute("value")));
    }

    [Theory]
    [InlineData("date", "2027-01-08")]
    [InlineData("time", "14:05")]
    [InlineData(null, "2027-01-08T14:05")]
    public void Input_OfAMoment_ShowsThePartThatIsAskedFor(string? type, string shown)
    {
        var page = new Page(new() { At = new(2027, 1, 8, 14, 5, 0) });

        var input = page.Render<InputTagHelper>(i => (i.For, i.Type) = (page.Expression(form => form.At), type)).QuerySelector("input")!;

        Assert.Equal(shown, input.GetAttribute("value"));
    }

    [Fact]
    public void Input_OfAPassword_NeverGivesItBack()
    {
        var page = new Page(new() { Secret = "stored" }).Sent("Secret", "typed");

        var html = page.RenderText<InputTagHelper>(i => i.For = page.Expression(form => form.Secret));

        Assert.Contains("type=\"password\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("typed", html, StringComparison.Ordinal);
        Assert.DoesNotContain("stored", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Input_OfAFile_IsAFileField()
    {
        var page = new Page();

        var input = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Evidence)).QuerySelector("input.file")!;

        Assert.Equal("file", input.GetAttribute("type"));
    }

    [Fact]
    public void Input_OverBothColumns_SaysSo()
    {
        var page = new Page();

        Assert.Contains("span2", page.Render<InputTagHelper>(i => (i.For, i.Span2) = (page.Expression(form => form.Title), true)).ClassList);
        Assert.DoesNotContain("span2", page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Title)).ClassList);
    }

    [Fact]
    public void Input_OfAnUnknownSize_IsADefect()
    {
        var page = new Page();

        Assert.Throws<ArgumentException>(() => page.Render<InputTagHelper>(i => (i.For, i.Size) = (page.Expression(form => form.Title), "huge")));
    }
}
