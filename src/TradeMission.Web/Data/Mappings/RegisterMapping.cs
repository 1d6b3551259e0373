using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain;
using TradeMission.Domain.Buyers;
using TradeMission.Domain.Companies;
using TradeMission.Domain.Shared;
using TradeMission.Domain.SisterCities;

namespace TradeMission.Web.Data.Mappings;

/// <summary>Companies, buyers, sister cities, their contacts, and exchange rates.</summary>
internal sealed class RegisterMapping
    : IEntityTypeConfiguration<Company>, IEntityTypeConfiguration<Product>, IEntityTypeConfiguration<Contact>, IEntityTypeConfiguration<SisterCity>,
        IEntityTypeConfiguration<Exchange>, IEntityTypeConfiguration<Buyer>, IEntityTypeConfiguration<ExchangeRate>
{
    public void Configure(EntityTypeBuilder<Company> company)
    {
        company.Property(c => c.RegistrationNumber).HasMaxLength(10);
        company.HasIndex(c => c.RegistrationNumber).IsUnique();
        company.HasIndex(c => c.NameKo);
        MergeMapping.Configure(company);
        company.Property(c => c.ExportCountries).HasMaxLength(800);
        company.Property(c => c.Notes).HasMaxLength(4000);
        company.HasMany(c => c.Products).WithOne(p => p.Company).HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.ClientCascade);
        company.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.CompanyId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<Product> product) => product.Property(p => p.HsCode).HasMaxLength(6);

    public void Configure(EntityTypeBuilder<Contact> contact)
    {
        contact.Property(c => c.Notes).HasMaxLength(1000);
        contact.Property(c => c.Phone).HasMaxLength(60);
    }

    public void Configure(EntityTypeBuilder<SisterCity> city)
    {
        city.Property(c => c.Country).HasMaxLength(2);
        city.Property(c => c.Region).HasMaxLength(60);
        city.Property(c => c.Notes).HasMaxLength(4000);
        city.HasIndex(c => new { c.Country, c.NameEn }).IsUnique();
        city.HasMany(c => c.Contacts).WithOne().HasForeignKey(c => c.SisterCityId).OnDelete(DeleteBehavior.ClientCascade);
        city.HasMany(c => c.Exchanges).WithOne(e => e.SisterCity).HasForeignKey(e => e.SisterCityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Exchange> exchange)
    {
        exchange.Property(e => e.Agreed).HasMaxLength(2000);
        exchange.Property(e => e.NextStep).HasMaxLength(1000);
        exchange.HasOne(e => e.Mission).WithMany().HasForeignKey(e => e.MissionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Buyer> buyer)
    {
        buyer.Property(b => b.Country).HasMaxLength(2);
        buyer.Property(b => b.Interests).HasMaxLength(1000);
        buyer.Property(b => b.Notes).HasMaxLength(4000);
        buyer.HasIndex(b => b.Name);
        MergeMapping.Configure(buyer);
        buyer.HasOne(b => b.IntroducedBySisterCity).WithMany().HasForeignKey(b => b.IntroducedBySisterCityId).OnDelete(DeleteBehavior.Restrict);
        buyer.HasMany(b => b.Contacts).WithOne().HasForeignKey(c => c.BuyerId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<ExchangeRate> rate)
    {
        rate.Property(r => r.Currency).HasMaxLength(3);
        rate.Property(r => r.Against).HasMaxLength(3);
        rate.Property(r => r.Quoted).HasPrecision(20, 10);
        rate.Property(r => r.Source).HasMaxLength(100);
        rate.Ignore(r => r.Rate);
        rate.HasIndex(r => new { r.Currency, r.Against, r.On }).IsUnique();
    }
}
