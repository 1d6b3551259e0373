namespace TradeMission.Web.Data.Samples.Article;

internal sealed record ArticleSupport(string Host, IReadOnlyList<string> InKind);
