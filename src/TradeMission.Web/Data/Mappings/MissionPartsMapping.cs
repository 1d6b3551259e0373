using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Mappings;

internal sealed class MissionPartsMapping
    : IEntityTypeConfiguration<Stop>, IEntityTypeConfiguration<CoHost>, IEntityTypeConfiguration<StatusChange>, IEntityTypeConfiguration<StatedTotal>,
        IEntityTypeConfiguration<Participation>, IEntityTypeConfiguration<HostSupport>, IEntityTypeConfiguration<MissionTotal>, IEntityTypeConfiguration<TierTotal>,
        IEntityTypeConfiguration<ReportSnapshot>
{
    public void Configure(EntityTypeBuilder<Stop> stop)
    {
        stop.Property(s => s.Country).HasMaxLength(2);
        stop.Property(s => s.TimeZone).HasMaxLength(60);
        stop.HasOne(s => s.SisterCity).WithMany().HasForeignKey(s => s.SisterCityId).OnDelete(DeleteBehavior.Restrict);
        stop.HasMany(s => s.Supports).WithOne(s => s.Stop).HasForeignKey(s => s.StopId).OnDelete(DeleteBehavior.ClientCascade);
    }

    public void Configure(EntityTypeBuilder<CoHost> host)
    {
        host.HasIndex(h => new { h.MissionId, h.SisterCityId }).IsUnique();
        host.HasOne(h => h.SisterCity).WithMany().HasForeignKey(h => h.SisterCityId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StatusChange> change)
    {
        change.Property(c => c.Reason).HasMaxLength(1000);
        change.HasOne<TradeUser>().WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StatedTotal> stated)
    {
        stated.Property(s => s.AsPrinted).HasMaxLength(60);
        stated.Property(s => s.Source).HasMaxLength(400);
    }

    public void Configure(EntityTypeBuilder<Participation> participation)
    {
        participation.HasIndex(p => new { p.MissionId, p.CompanyId }).IsUnique();
        participation.HasOne(p => p.Company).WithMany(c => c.Participations).HasForeignKey(p => p.CompanyId).OnDelete(DeleteBehavior.Restrict);
        MergeMapping.Configure(participation);
        participation.Property(p => p.ProductsShown).HasMaxLength(1000);
    }

    public void Configure(EntityTypeBuilder<HostSupport> support)
    {
        support.Property(s => s.Description).HasMaxLength(400);
        support.Property(s => s.Unit).HasMaxLength(40);
        support.ComplexProperty(s => s.Value, ValuedMapping.Configure);
    }

    public void Configure(EntityTypeBuilder<MissionTotal> total)
    {
        total.HasKey(t => new { t.MissionId, t.Scope, t.ScopeId });

        // Who adds up across missions reads one scope of all of them; a change of totals leaves this alone.
        total.HasIndex(t => new { t.Scope, t.ScopeId });
        total.Property(t => t.ConsultationValue).HasPrecision(ValuedMapping.Digits, ValuedMapping.Decimals);
        total.Property(t => t.ContractValue).HasPrecision(ValuedMapping.Digits, ValuedMapping.Decimals);
        total.HasOne<Mission>().WithMany().HasForeignKey(t => t.MissionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<TierTotal> total)
    {
        total.HasKey(t => new { t.MissionId, t.Scope, t.ScopeId, t.Figure, t.Tier });
        total.Property(t => t.Amount).HasPrecision(ValuedMapping.Digits, ValuedMapping.Decimals);
        total.HasOne<Mission>().WithMany().HasForeignKey(t => t.MissionId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<ReportSnapshot> snapshot)
    {
        snapshot.HasOne(s => s.Mission).WithMany().HasForeignKey(s => s.MissionId).OnDelete(DeleteBehavior.Restrict);
        snapshot.HasIndex(s => new { s.MissionId, s.Number }).IsUnique();
        snapshot.Property(s => s.Reason).HasMaxLength(1000);
        snapshot.Property(s => s.Content).HasMaxLength(-1);
        snapshot.Property(s => s.Sha256).HasMaxLength(64);
    }
}
