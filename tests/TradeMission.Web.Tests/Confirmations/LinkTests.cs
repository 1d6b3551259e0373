using System.Net;
using Microsoft.AspNetCore.Http;
using Serilog.AspNetCore;
using Serilog.Events;
using TradeMission.Domain.Deals;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Tests.Data;

namespace TradeMission.Web.Tests.Confirmations;

public sealed class LinkTests(Portal portal) : IClassFixture<Portal>
{
    [Fact]
    public async Task Get_WithoutSigningIn_ShowsOnlyThatCompanysFiguresAndAnswersNothing()
    {
        var asked = await Asked.MakeAsync(portal);
        var token = (await asked.AskAsync())[asked.Email];
        var visitor = portal.Visit();

        var page = await visitor.GetPageAsync($"/confirmations/{token}?culture=en");
        await visitor.GetPageAsync($"/confirmations/{token}");
        using var head = await visitor.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri($"https://localhost/confirmations/{token}")));

        Assert.Equal(["USD 50,000", "USD 20,000", "KRW 1,000,000"], page.Texts(".figure-card .amt").Select(text => text.Replace(".00", "", StringComparison.Ordinal)));
        Assert.DoesNotContain("600,000", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Alpha Cosmetics", page.Source, StringComparison.Ordinal);
        Assert.Equal(0, await asked.AnswersAsync());
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync($"/confirmations/{token}")).Status);
    }

    [Fact]
    public async Task Get_TellsNobodyTheAddressAndIsNotKept()
    {
        var asked = await Asked.MakeAsync(portal);
        var token = (await asked.AskAsync())[asked.Email];

        using var answer = await portal.Visit().GetAsync($"/confirmations/{token}");

        Assert.Equal("strict-origin-when-cross-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Post_SomeRightSomeDifferent_IsRecordedAndEndsEveryLink()
    {
        var asked = await Asked.MakeAsync(portal);
        var tokens = await asked.AskAsync();
        var visitor = portal.Visit();
        var page = await visitor.GetPageAsync($"/confirmations/{tokens[asked.Email]}?culture=en");

        var thanks = await Asked.SendAsync(visitor, page, ($"c{asked.Usd}", "Confirmed", null, null), ($"s{asked.Step}", "Disputed", "계약서와 다름", "18,500.50"));

        Assert.Contains("2 answers received", thanks.Text, StringComparison.Ordinal);
        var right = await asked.LastAnswerAsync(asked.Usd);
        Assert.Equal((FigureState.Confirmed, 50_000m, "USD", true, "한확인", null), (right.Verdict, right.Amount, right.Currency, right.ByLink, right.ByName, right.ById));
        var different = await asked.LastAnswerAsync(asked.Usd, asked.Step);
        Assert.Equal((FigureState.Disputed, "계약서와 다름", 18_500.50m), (different.Verdict, different.Comment, different.Proposed));
        Assert.Equal(FigureState.Unanswered, (await asked.ConsultationAsync(asked.Krw)).Answer);
        foreach (var token in tokens.Values)
        {
            Assert.Equal(HttpStatusCode.Gone, (await visitor.GetPageAsync($"/confirmations/{token}")).Status);
        }

        Assert.Equal(HttpStatusCode.Gone, (await visitor.PostAsync($"/confirmations/{tokens[asked.Email]}", page, new() { ["All"] = "true" })).Status);
        Assert.Equal(2, await asked.AnswersAsync());
        await Recorded.AssertTotalsAsync(portal.Database);
    }

    [Fact]
    public async Task Post_NothingAnswered_SaysSoAndKeepsTheLink()
    {
        var asked = await Asked.MakeAsync(portal);
        var token = (await asked.AskAsync())[asked.Email];
        var visitor = portal.Visit();

        var answer = await visitor.SubmitAsync(await visitor.GetPageAsync($"/confirmations/{token}?culture=en"), null, "form.figures");

        Assert.Contains("No figure was answered", answer.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync($"/confirmations/{token}")).Status);
    }

    [Fact]
    public async Task Post_WithoutTheTokenOfTheForm_IsRefused()
    {
        var asked = await Asked.MakeAsync(portal);
        var token = (await asked.AskAsync())[asked.Email];
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"https://localhost/confirmations/{token}"))
        {
            Content = new FormUrlEncodedContent([new("Answers[0].Figure", $"c{asked.Usd}"), new("Answers[0].Shown", "USD 50000.00"), new("Answers[0].Verdict", "Confirmed")]),
        };

        using var answer = await portal.Visit().SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(0, await asked.AnswersAsync());
    }

    [Fact]
    public async Task Post_AnotherCompanysFigure_IsRefusedAndNothingIsApplied()
    {
        var (asked, other) = (await Asked.MakeAsync(portal), await Asked.MakeAsync(portal));
        var token = (await asked.AskAsync())[asked.Email];
        var visitor = portal.Visit();

        await visitor.PostAsync($"/confirmations/{token}", await visitor.GetPageAsync($"/confirmations/{token}"), new()
        {
            ["Answers[0].Figure"] = $"c{asked.Usd}",
            ["Answers[0].Shown"] = "USD 50000.00",
            ["Answers[0].Verdict"] = "Confirmed",
            ["Answers[1].Figure"] = $"c{other.Usd}",
            ["Answers[1].Shown"] = "USD 50000.00",
            ["Answers[1].Verdict"] = "Confirmed",
        });

        Assert.Equal((0, 0), (await asked.AnswersAsync(), await other.AnswersAsync()));
    }

    [Fact]
    public async Task Get_RandomToken_IsGone() =>
        Assert.Equal(HttpStatusCode.Gone, (await portal.Visit().GetPageAsync($"/confirmations/{new string('A', 43)}")).Status);

    [Fact]
    public async Task Get_After14Days_IsGone()
    {
        await using var own = await People.OwnPortal.OpenAsync();
        var asked = await Asked.MakeAsync(own);
        var token = (await asked.AskAsync())[asked.Email];
        var visitor = own.Visit();

        own.Clock.Advance(TimeSpan.FromDays(14) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetPageAsync($"/confirmations/{token}")).Status);
        own.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HttpStatusCode.Gone, (await visitor.GetPageAsync($"/confirmations/{token}")).Status);
    }

    [Fact]
    public async Task Post_TooOften_Stops()
    {
        await using var own = await People.OwnPortal.OpenAsync();
        var visitor = own.Visit();
        var form = await visitor.GetPageAsync("/account/sign-in");
        var address = $"/confirmations/{new string('A', 43)}";

        // A form that names no account counts for the address, by the stricter limit of the two.
        for (var attempt = 1; attempt <= 10; attempt++)
        {
            Assert.Equal(HttpStatusCode.Gone, (await visitor.PostAsync(address, form)).Status);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.PostAsync(address, form)).Status);
    }

    /// <summary>Two who answer by links of one request at once: the second meets a link that ended while it waited for its turn.</summary>
    [Fact]
    public async Task Post_TwoLinksAtOnce_OneIsTakenAndTheOtherIsGone()
    {
        var asked = await Asked.MakeAsync(portal);
        var tokens = await asked.AskAsync();

        var answers = await Task.WhenAll(tokens.Values.Select(async token =>
        {
            var visitor = portal.Visit();
            return await Asked.SendAsync(visitor, await visitor.GetPageAsync($"/confirmations/{token}"), ($"c{asked.Usd}", "Confirmed", null, null));
        }));

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.Gone], answers.Select(answer => answer.Status).Order());
        Assert.Equal(1, await asked.AnswersAsync());
    }

    [Theory]
    [InlineData("/confirmations/geheim")]
    [InlineData("/CONFIRMATIONS/geheim")]
    public void Log_NeverHoldsTheToken(string path)
    {
        var options = new RequestLoggingOptions();
        Logging.KeepLinksOut(options);

        var properties = options.GetMessageTemplateProperties!(new DefaultHttpContext(), path, 1, 200).ToDictionary(property => property.Name, property => ((ScalarValue)property.Value).Value);

        Assert.Equal("/confirmations/…", properties["RequestPath"]);
        Assert.DoesNotContain(properties.Values, value => value is string text && text.Contains("geheim", StringComparison.Ordinal));
    }

    [Fact]
    public void Log_OtherAddresses_StandAsTheyAre()
    {
        var options = new RequestLoggingOptions();
        Logging.KeepLinksOut(options);

        Assert.Contains(options.GetMessageTemplateProperties!(new DefaultHttpContext(), "/missions/1", 1, 200), property => property.Value is ScalarValue { Value: "/missions/1" });
    }
}
