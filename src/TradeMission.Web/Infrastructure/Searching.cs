using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Infrastructure;

public static class Searching
{
    /// <summary>Those whose names contain every word of what was typed, whatever case, width or Unicode form either is in.</summary>
    public static IQueryable<TRecord> Containing<TRecord>(this IQueryable<TRecord> records, string? typed)
        where TRecord : class, ISearchable
    {
        foreach (var word in SearchText.Fold(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(8))
        {
            records = records.Where(record => EF.Property<string>(record, "SearchText").Contains(word));
        }

        return records;
    }
}
