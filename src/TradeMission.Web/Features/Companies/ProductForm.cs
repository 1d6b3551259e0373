using FluentValidation;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

/// <summary>A company's product.</summary>
public sealed class ProductForm : IVersionedForm
{
    public string? ProductNameKo { get; set; }

    public string? ProductNameEn { get; set; }

    /// <summary>As typed: 3304.99 as well as 330499.</summary>
    public string? HsCode { get; set; }

    public int? Version { get; set; }

    public Guid SubmissionId { get; set; }

    /// <summary>Whose product; set by the controller.</summary>
    internal Company? Company { get; set; }

    internal long? ProductId { get; set; }

    public static ProductForm Of(Product product) => new()
    {
        Company = product.Company,
        ProductId = product.Id,
        ProductNameKo = product.NameKo,
        ProductNameEn = product.NameEn,
        HsCode = product.HsCode is { } digits ? Product.FormatHsCode(digits) : null,
        Version = product.Version,
    };

    public Product Create(long companyId)
    {
        var product = new Product { CompanyId = companyId, NameKo = ProductNameKo! };
        Apply(product);
        return product;
    }

    public void Apply(Product product)
    {
        product.NameKo = SearchText.Stored(ProductNameKo)!;
        product.NameEn = SearchText.Stored(ProductNameEn);
        product.HsCode = Product.ParseHsCode(HsCode);
    }

    public sealed class Validator : AbstractValidator<ProductForm>
    {
        public Validator()
        {
            RuleFor(form => form.ProductNameKo).NotEmpty().MaximumLength(200);
            RuleFor(form => form.ProductNameEn).MaximumLength(200);
            RuleFor(form => form.HsCode).Must(typed => Product.ParseHsCode(typed) is not null).WithMessage(_ => Texts.Get("Companies.NoHsCode"))
                .When(form => !string.IsNullOrWhiteSpace(form.HsCode));
        }
    }
}
