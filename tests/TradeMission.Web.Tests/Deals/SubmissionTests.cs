using TradeMission.Domain.Deals;
using TradeMission.Web.Tests.Data;
using TradeMission.Web.Tests.Files;

namespace TradeMission.Web.Tests.Deals;

/// <summary>A form sent twice makes one step; two people at once make two.</summary>
public sealed class SubmissionTests(DealPortal portal) : IClassFixture<DealPortal>
{
    [Fact]
    public async Task Post_SameFormTwice_MakesOneStepAndKeepsOneFile()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var form = await officer.GetPageAsync(Steps.NextOf(deal));
        var typed = Steps.Typed(DealStage.AdvanceReceived, "5,000", "2026-11-03");
        await officer.SubmitAsync(form, typed, file: Steps.File(MadeFiles.Pdf, "송금.pdf"));
        var before = await portal.PictureAsync();

        var again = await officer.SubmitAsync(form, typed, file: Steps.File(MadeFiles.Pdf, "송금.pdf"));

        Assert.Equal($"/consultations/{World.Ids.AWithNusantara}", again.Address.AbsolutePath);
        Assert.Equal(before, await portal.PictureAsync());
    }

    [Fact]
    public async Task Post_SameFormThatOpensADealTwice_OpensOne()
    {
        var officer = await portal.SignInAsync(World.Officer);
        var form = await officer.GetPageAsync(Steps.FirstOf(World.Ids.BWithNusantara));
        var typed = Steps.Typed(DealStage.Committed, "5,000", "2026-11-03");
        await officer.SubmitAsync(form, typed);
        var before = await portal.PictureAsync();

        await officer.SubmitAsync(form, typed);

        Assert.Equal(before, await portal.PictureAsync());
    }

    [Fact]
    public async Task Post_SameFormAtOnce_MakesOneStep()
    {
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var forms = await OpenedAsync(Steps.NextOf(deal), World.Officer, World.Officer, World.Officer, World.Officer);
        var files = portal.StoredFiles().Count;
        var typed = Steps.Typed(DealStage.AdvanceReceived, "5,000", "2026-11-03").With("SubmissionId", $"{Guid.NewGuid()}");

        var pages = await Task.WhenAll(forms.Select(one => one.Visitor.SubmitAsync(one.Form, typed, file: Steps.File(MadeFiles.Png, "송금.png"))));

        Assert.All(pages, page => Assert.Equal($"/consultations/{World.Ids.AWithNusantara}", page.Address.AbsolutePath));
        Assert.Equal(2, (await portal.DealAsync(deal)).Steps.Count);
        Assert.Equal(files + 1, portal.StoredFiles().Count);
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    [Fact]
    public async Task Post_SeveralAtOnce_AllAreThere()
    {
        var deal = await portal.OpenDealAsync(World.Ids.AWithNusantara, (DealStage.Signed, 20_000m, "2026-11-02"));
        var forms = await OpenedAsync(Steps.NextOf(deal), World.Officer, World.CompanyA, World.Officer, World.CompanyA);

        await Task.WhenAll(forms.Select((one, index) => one.Visitor.SubmitAsync(one.Form, Steps.Typed(DealStage.Shipped, $"{1_000 + index}", "2026-11-04"))));

        var steps = (await portal.DealAsync(deal)).Steps;
        Assert.Equal([1_000m, 1_001m, 1_002m, 1_003m], steps.Where(step => step.Stage == DealStage.Shipped).Select(step => step.Value!.Amount).Order());
        Assert.Equal([1, 2, 3, 4, 5], steps.Select(step => step.Number).Order());
        await SameFigures.AssertAsync(portal, World.Ids.Underway);
    }

    /// <summary>Each of them has signed in on a machine of their own and has the form open.</summary>
    private async Task<IReadOnlyList<(Visitor Visitor, Page Form)>> OpenedAsync(string address, params string[] people)
    {
        var opened = new List<(Visitor, Page)>();
        foreach (var who in people)
        {
            var visitor = portal.Visit();
            await visitor.SignInAsync(who, World.Password);
            opened.Add((visitor, await visitor.GetPageAsync(address)));
        }

        return opened;
    }
}
