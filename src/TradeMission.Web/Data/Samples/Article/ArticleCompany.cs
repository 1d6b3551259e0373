namespace TradeMission.Web.Data.Samples.Article;

internal sealed record ArticleCompany(
    string NameKo, string DistrictKo, string RepresentativeKo, string ProductsKo, string ProductsEn, IReadOnlyList<ArticleReport> Reported);
