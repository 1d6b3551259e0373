namespace TradeMission.Web.Data.Samples.Article;

internal sealed record ArticleTrip(
    string TitleKo,
    string TitleEn,
    string Bloc,
    DateOnly StartsOn,
    DateOnly EndsOn,
    IReadOnlyList<ArticleStop> Stops,
    decimal ConsultationTotalUsd,
    decimal ContractPursuedTotalUsd,
    string ConsultationTotalAsPrinted,
    string ContractPursuedTotalAsPrinted);
