using Microsoft.AspNetCore.Mvc.ModelBinding;
using TradeMission.Krds.Forms;
using TradeMission.Krds.Tests.Rig;

namespace TradeMission.Krds.Tests;

public class ErrorSummaryTests
{
    [Fact]
    public void ErrorSummary_WithoutErrors_IsNotThere()
    {
        var page = new Page().Sent("Title", "typed");
        page.State.MarkFieldValid("Title");

        Assert.Equal("", page.RenderText<ErrorSummaryTagHelper>(_ => { }));
    }

    [Fact]
    public void ErrorSummary_IsReadOutAndFocused()
    {
        var summary = new Page().Wrong("Title", "국문 이름을 적으십시오").Wrong("Starts", "시작하는 날을 적으십시오")
            .Render<ErrorSummaryTagHelper>(_ => { });

        Assert.Equal(["alert", "bad-box"], summary.ClassList);
        Assert.Equal(("error-summary", "alert", "-1"), (summary.Id, summary.GetAttribute("role"), summary.GetAttribute("tabindex")));
        Assert.True(summary.HasAttribute("autofocus"));
        Assert.True(summary.HasAttribute("data-focus"));
        Assert.Equal("고칠 곳이 2개 있습니다", summary.QuerySelector($"h2#{summary.GetAttribute("aria-labelledby")}")!.TextContent);
    }

    [Fact]
    public void ErrorSummary_LeadsToEachField_InTheOrderOfTheForm()
    {
        var page = new Page()
            .Wrong("Stop.City", "도시를 고르십시오")
            .Wrong("Currency", "통화를 고르십시오")
            .Wrong("Assessment", "평가를 고르십시오")
            .Wrong("Title", "국문 이름을 적으십시오");

        var links = page.Render<ErrorSummaryTagHelper>(_ => { }).QuerySelectorAll("li > a");

        Assert.Equal(["#Title", "#Assessment", "#Currency", "#Stop_City"], links.Select(link => link.GetAttribute("href")));
        Assert.Equal("국문 이름을 적으십시오", links[0].TextContent);
    }

    [Fact]
    public void ErrorSummary_OfTheWholeForm_IsTextAndComesFirst()
    {
        var summary = new Page().Wrong("Title", "이름").Wrong("", "다른 사람이 먼저 고쳤습니다").Wrong("", "다시 여십시오")
            .Render<ErrorSummaryTagHelper>(_ => { });

        Assert.Equal(["다른 사람이 먼저 고쳤습니다", "다시 여십시오", "이름"], summary.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.Single(summary.QuerySelectorAll("a"));
        Assert.Equal("고칠 곳이 3개 있습니다", summary.QuerySelector("h2")!.TextContent);
    }

    [Fact]
    public void ErrorSummary_SaysOneThingPerField_AsTheFieldDoes()
    {
        var summary = new Page().Wrong("Title", "첫째").Wrong("Title", "둘째").Render<ErrorSummaryTagHelper>(_ => { });

        Assert.Equal(["첫째"], summary.QuerySelectorAll("li").Select(li => li.TextContent));
    }

    [Fact]
    public void ErrorSummary_OfAValueThatCouldNotBeRead_HasWords()
    {
        var page = new Page();
        page.State.TryAddModelException("Budget", new FormatException("not a number"));

        var summary = page.Render<ErrorSummaryTagHelper>(_ => { });

        Assert.Equal("값을 바르게 적으십시오", summary.QuerySelector("li > a[href='#Budget']")!.TextContent);
        var field = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Budget));
        Assert.Equal("값을 바르게 적으십시오", field.QuerySelector(".form-hint-invalid")!.TextContent);
    }

    [Fact]
    public void ErrorSummary_EncodesWhatWasTyped()
    {
        var html = new Page().Wrong("Title", "<script>1</script>").Wrong("", "<img src=x>").RenderText<ErrorSummaryTagHelper>(_ => { });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void ErrorSummary_LinksToAnIdThatTheFieldHas()
    {
        var page = new Page().Wrong("Stop.City", "도시를 고르십시오");

        var link = page.Render<ErrorSummaryTagHelper>(_ => { }).QuerySelector("a")!;
        var field = page.Render<InputTagHelper>(i => i.For = page.Expression(form => form.Stop.City));

        Assert.NotNull(field.QuerySelector($"input{link.GetAttribute("href")}"));
        Assert.Equal(ModelValidationState.Invalid, page.State.ValidationState);
    }
}
