using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Shared;
using TradeMission.Web.Data;

namespace TradeMission.Web.Infrastructure;

/// <summary>The one way in which lists, type-ahead and the search box find records by what was typed; the same on both databases.</summary>
public static class Searching
{
    private const string Escape = "\\";

    private static readonly Expression<Func<object, string>> Text = record => EF.Property<string>(record, "SearchText");
    private static readonly Expression<Func<object, string>> Keys = record => EF.Property<string>(record, "SearchKeys");

    /// <summary>
    /// Those whose names hold every word of what was typed, whatever case, width, marks or Unicode form either is in; also by initial consonants, by romanised Korean, by
    /// Korean for a Latin name, and with the keyboard set to the other language.
    /// </summary>
    public static IQueryable<TRecord> Containing<TRecord>(this IQueryable<TRecord> records, string? typed)
        where TRecord : class, INamed => SearchWord.Of(typed).Aggregate(records, (found, word) => found.Holding(word));

    /// <summary>
    /// Consultations that hold every word in their own text or in a name: the company's, the buyer's, the mission's. A word in one and a word in another is a match,
    /// too: whoever types a buyer and a product means both.
    /// </summary>
    /// <param name="consultations">Where to look.</param>
    /// <param name="db">Where the names are.</param>
    /// <param name="typed">Words.</param>
    /// <param name="names">Whose names to ask, too.</param>
    public static IQueryable<Consultation> ContainingInAll(this IQueryable<Consultation> consultations, TradeDbContext db, string? typed, NamesAsked names = NamesAsked.All)
    {
        foreach (var word in SearchWord.Of(typed))
        {
            // Each of these is looked up once, not for each consultation.
            var participations = db.Companies.Holding(word).SelectMany(company => company.Participations).Select(participation => participation.Id);
            var buyers = db.Buyers.Holding(word).Select(buyer => buyer.Id);
            var missions = db.Missions.Holding(word).Select(mission => mission.Id);
            var ways = word.Texts.Select(Holds<Consultation>).ToList();
            if (names.HasFlag(NamesAsked.Companies))
            {
                ways.Add(consultation => participations.Contains(consultation.ParticipationId));
            }

            if (names.HasFlag(NamesAsked.Buyers))
            {
                ways.Add(consultation => buyers.Contains(consultation.BuyerId));
            }

            if (names.HasFlag(NamesAsked.Missions))
            {
                ways.Add(consultation => missions.Contains(consultation.MissionId));
            }

            consultations = consultations.Where(ways.Aggregate(Or));
        }

        return consultations;
    }

    private static IQueryable<TRecord> Holding<TRecord>(this IQueryable<TRecord> records, SearchWord word)
        where TRecord : class, INamed =>
        records.Where(word.Texts.Select(Holds<TRecord>).Concat(word.Keys.Select(pieces => pieces.Select(HasKey<TRecord>).Aggregate(And))).Aggregate(Or));

    /// <summary>
    /// LIKE where the text begins with an ASCII letter: SQLite takes two thirds of the time for it that it takes for "contains", and a fifth more for any other text. It is
    /// blind for the case of ASCII letters, of which folded text has only small ones.
    /// </summary>
    private static Expression<Func<TRecord, bool>> Holds<TRecord>(string text)
    {
        if (!char.IsAscii(text[0]))
        {
            return Of<TRecord>(Text, found => found.Contains(text));
        }

        var pattern = $"%{string.Concat(text.Select(letter => letter is '%' or '_' or '[' or '\\' ? Escape + letter : letter.ToString()))}%";

        // Held by the expression, so that it becomes a parameter and the query is prepared once.
        return Of<TRecord>(Text, found => EF.Functions.Like(found, pattern, Escape));
    }

    /// <summary>Case counts in keys.</summary>
    private static Expression<Func<TRecord, bool>> HasKey<TRecord>(string piece) => Of<TRecord>(Keys, keys => keys.Contains(piece));

    private static Expression<Func<TRecord, bool>> Of<TRecord>(Expression<Func<object, string>> column, Expression<Func<string, bool>> condition)
    {
        var record = Expression.Parameter(typeof(TRecord), "record");
        return Expression.Lambda<Func<TRecord, bool>>(Put(condition, Put(column, record)), record);
    }

    private static Expression<Func<TRecord, bool>> Or<TRecord>(Expression<Func<TRecord, bool>> one, Expression<Func<TRecord, bool>> other) =>
        Expression.Lambda<Func<TRecord, bool>>(Expression.OrElse(one.Body, Put(other, one.Parameters[0])), one.Parameters);

    private static Expression<Func<TRecord, bool>> And<TRecord>(Expression<Func<TRecord, bool>> one, Expression<Func<TRecord, bool>> other) =>
        Expression.Lambda<Func<TRecord, bool>>(Expression.AndAlso(one.Body, Put(other, one.Parameters[0])), one.Parameters);

    private static Expression Put(LambdaExpression lambda, Expression argument) => new Replacement(lambda.Parameters[0], argument).Visit(lambda.Body);

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
