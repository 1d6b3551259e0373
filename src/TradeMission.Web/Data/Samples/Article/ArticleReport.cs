namespace TradeMission.Web.Data.Samples.Article;

/// <summary>What the article reports of one company and one buyer.</summary>
internal sealed record ArticleReport(string Buyer, string? CityEn, string? Kind, decimal? ConsultationUsd, decimal? AdvanceReceivedUsd);
