using Microsoft.AspNetCore.Mvc;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;
using TradeMission.Web.Infrastructure;
using TradeMission.Web.Infrastructure.Security;

namespace TradeMission.Web.Features.Search;

/// <summary>The box in the header: one question to all records that the reader may see.</summary>
[Route("search")]
public sealed class SearchController(TradeDbContext db, CurrentUser user) : TradeController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? q, FoundKind? kind, CancellationToken cancellation)
    {
        var words = SearchWord.Of(q);
        var groups = words.Count == 0 ? [] : await new Everything(db, user, q!).FindAsync(kind, cancellation);
        return View(new FoundPage(words.Count == 0 ? null : q!.Trim(), kind, words, groups));
    }
}
