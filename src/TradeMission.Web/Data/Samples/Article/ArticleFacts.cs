namespace TradeMission.Web.Data.Samples.Article;

/// <summary>The facts of the article of 2008-06-10. Null: the article does not say.</summary>
internal sealed record ArticleFacts(ArticleCity City, ArticleTrip Mission, ArticleSupport SisterCitySupport, IReadOnlyList<ArticleCompany> Companies);
