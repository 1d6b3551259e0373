using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Data.Mappings;

internal sealed class DealMapping : IEntityTypeConfiguration<Deal>, IEntityTypeConfiguration<DealStep>, IEntityTypeConfiguration<EvidenceFile>, IEntityTypeConfiguration<NewsRequest>
{
    public void Configure(EntityTypeBuilder<Deal> deal)
    {
        deal.HasOne(d => d.Mission).WithMany().HasForeignKey(d => d.MissionId).OnDelete(DeleteBehavior.Restrict);
        deal.HasMany(d => d.Steps).WithOne(s => s.Deal).HasForeignKey(s => s.DealId).OnDelete(DeleteBehavior.ClientCascade);
        deal.HasMany(d => d.NewsRequests).WithOne(r => r.Deal).HasForeignKey(r => r.DealId).OnDelete(DeleteBehavior.ClientCascade);
        deal.Property(d => d.ContractCurrency).HasMaxLength(3);
        deal.Property(d => d.ContractBase).HasPrecision(ValuedMapping.Digits, ValuedMapping.Decimals);
        deal.Ignore(d => d.Standing);
        deal.Ignore(d => d.Share);
        deal.HasIndex(d => new { d.MissionId, d.Stage });
        deal.HasIndex(d => new { d.MissionId, d.RatesFrom });
        deal.HasIndex(d => new { d.MissionId, d.RatesTo });
        deal.HasIndex(d => new { d.State, d.LastNewsOn });
        deal.HasIndex(d => d.DueOn);
    }

    public void Configure(EntityTypeBuilder<DealStep> step)
    {
        step.HasIndex(s => new { s.DealId, s.Number }).IsUnique();

        // A step is corrected once: two people who correct the same one at the same moment do not both succeed.
        step.HasOne(s => s.Corrects).WithOne().HasForeignKey<DealStep>(s => s.CorrectsId).OnDelete(DeleteBehavior.Restrict);
        step.HasMany(s => s.Evidence).WithOne(e => e.DealStep).HasForeignKey(e => e.DealStepId).OnDelete(DeleteBehavior.ClientCascade);
        step.HasOne<TradeUser>().WithMany().HasForeignKey(s => s.RecordedById).OnDelete(DeleteBehavior.Restrict);
        step.ComplexProperty(s => s.Value, ValuedMapping.Configure);
        step.Property(s => s.Note).HasMaxLength(2000);
        step.Property(s => s.Reason).HasMaxLength(1000);
        step.Ignore(s => s.Stands);
        step.Ignore(s => s.Share);
    }

    public void Configure(EntityTypeBuilder<EvidenceFile> file)
    {
        file.HasIndex(f => f.Key).IsUnique();
        file.HasOne<TradeUser>().WithMany().HasForeignKey(f => f.AddedById).OnDelete(DeleteBehavior.Restrict);
        file.Property(f => f.StoredAs).HasMaxLength(100);
        file.Property(f => f.ContentType).HasMaxLength(100);
        file.Property(f => f.Sha256).HasMaxLength(64);
    }

    /// <summary>Asked once: of two portals that ask at the same moment, one does.</summary>
    public void Configure(EntityTypeBuilder<NewsRequest> request) => request.HasIndex(r => new { r.DealId, r.Months }).IsUnique();
}
