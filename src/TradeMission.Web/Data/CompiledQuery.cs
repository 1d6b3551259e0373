using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TradeMission.Web.Data;

/// <summary>
/// A question that is the same each time but for its parameters, and part of nearly every page: an ordinary query would be built and looked up as an expression each time, which
/// takes longer than to answer it. Kept in a static field: <c>new(() => EF.CompileAsyncQuery((TradeDbContext db, …) => …))</c>.
/// </summary>
/// <typeparam name="TQuestion">From the context and the parameters to the rows.</typeparam>
public sealed class CompiledQuery<TQuestion>(Func<TQuestion> compile)
    where TQuestion : Delegate
{
    /// <summary>What is compiled is bound to the server that its model was made for.</summary>
    private readonly ConditionalWeakTable<IModel, TQuestion> compiled = [];

    public TQuestion On(TradeDbContext db) => compiled.GetValue(db.Model, _ => compile());
}
