namespace TradeMission.Web.Data.Samples.Article;

internal sealed record ArticleStop(string CityKo, string CityEn, string Country, bool SisterCity, string Venue);
