using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using TradeMission.Domain.Companies;
using TradeMission.Web.Data;
using TradeMission.Web.Features.Shared;
using TradeMission.Web.Infrastructure;

namespace TradeMission.Web.Features.Companies;

[Route("companies/{companyId:long}/products")]
public sealed class ProductsController(TradeDbContext db) : TradeController
{
    [HttpGet("new")]
    public async Task<IActionResult> New(long companyId, CancellationToken cancellation) =>
        await db.Companies.FindAsync([companyId], cancellation) is { } company
            ? View("ProductForm", new ProductForm { Company = company, SubmissionId = Guid.NewGuid() })
            : NotFound();

    [HttpPost("new")]
    public async Task<IActionResult> Create(long companyId, ProductForm form, CancellationToken cancellation)
    {
        form.Company = await db.Companies.FindAsync([companyId], cancellation);
        if (form.Company is null)
        {
            return NotFound();
        }

        if (!await IsValidAsync(form, cancellation))
        {
            return View("ProductForm", form);
        }

        var product = form.Create(companyId);
        db.Products.Add(product);
        db.SubmitOnce(form.SubmissionId, form.Company);
        await db.SaveChangesAsync(cancellation);
        return Done(AddressOf(companyId), "Shared.Created", Show.Name(product.NameKo, product.NameEn));
    }

    [HttpGet("{id:long}/edit")]
    public async Task<IActionResult> Edit(long companyId, long id, CancellationToken cancellation) =>
        await FindAsync(companyId, id, cancellation) is { } product ? View("ProductForm", ProductForm.Of(product)) : NotFound();

    [HttpPost("{id:long}/edit")]
    public async Task<IActionResult> Update(long companyId, long id, ProductForm form, CancellationToken cancellation)
    {
        if (await FindAsync(companyId, id, cancellation) is not { } product)
        {
            return NotFound();
        }

        (form.ProductId, form.Company) = (id, product.Company);
        if (!await IsValidAsync(form, cancellation))
        {
            return View("ProductForm", form);
        }

        if (form.Version != product.Version)
        {
            return await ShowBothAsync(form, ProductForm.Of(product), product, AddressOf(companyId), cancellation);
        }

        form.Apply(product);
        return await SaveEditAsync(form, product, ProductForm.Of, AddressOf(companyId), cancellation);
    }

    [HttpGet("{id:long}/delete")]
    public async Task<IActionResult> Delete(long companyId, long id, CancellationToken cancellation) =>
        await FindAsync(companyId, id, cancellation) is { } product ? View("Delete", PageOf(product)) : NotFound();

    [HttpPost("{id:long}/delete")]
    public async Task<IActionResult> ConfirmDelete(long companyId, long id, CancellationToken cancellation)
    {
        if (await FindAsync(companyId, id, cancellation) is not { } product)
        {
            return NotFound();
        }

        db.Products.Remove(product);
        await db.SaveChangesAsync(cancellation);
        return Deleted(AddressOf(companyId), PageOf(product).Name);
    }

    private Task<Product?> FindAsync(long companyId, long id, CancellationToken cancellation) =>
        db.Products.Include(product => product.Company).FirstOrDefaultAsync(product => product.Id == id && product.CompanyId == companyId, cancellation);

    private static DeletePage PageOf(Product product) => new("Companies", Show.Name(product.NameKo, product.NameEn), AddressOf(product.CompanyId), []);

    private static string AddressOf(long companyId) => $"/companies/{companyId}#products";
}
