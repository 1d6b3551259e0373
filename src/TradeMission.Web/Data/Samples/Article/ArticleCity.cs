namespace TradeMission.Web.Data.Samples.Article;

internal sealed record ArticleCity(string NameKo, string NameEn);
