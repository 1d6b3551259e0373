using Microsoft.AspNetCore.Mvc;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Search;

/// <summary>The box in the header: one question to all records that the reader may see.</summary>
[Route("search")]
public sealed class SearchController(TradeDbContext db, IServiceScopeFactory scopes, CurrentUser user) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, FoundKind? kind, CancellationToken cancellation)
    {
        var words = SearchWord.Of(q);
        if (words.Count == 0)
        {
            return View(new FoundPage(null, kind, words, []));
        }

        await using var beside = scopes.CreateAsyncScope();
        var groups = await new Everything(db, beside.ServiceProvider.GetRequiredService<TradeDbContext>(), user, q!).FindAsync(kind, cancellation);
        return View(new FoundPage(q!.Trim(), kind, words, groups));
    }
}
