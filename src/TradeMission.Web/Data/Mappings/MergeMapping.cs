using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Shared;

namespace TradeMission.Web.Data.Mappings;

/// <summary>Records that may be merged, the merges themselves, and what is known to be no duplicate.</summary>
internal sealed class MergeMapping : IEntityTypeConfiguration<Merge>, IEntityTypeConfiguration<NotDuplicate>
{
    /// <summary>What is merged is found by nobody who does not ask for it. The index leaves out what is not merged: no query shall find all others by it.</summary>
    public static void Configure<TRecord>(EntityTypeBuilder<TRecord> record)
        where TRecord : Entity, IMergeable
    {
        record.HasOne<TRecord>().WithMany().HasForeignKey(r => r.MergedIntoId).OnDelete(DeleteBehavior.Restrict);
        record.HasIndex(r => r.MergedIntoId).HasFilter("[MergedIntoId] IS NOT NULL");
        record.HasQueryFilter(r => r.MergedIntoId == null);
    }

    /// <summary>A record is merged once.</summary>
    public void Configure(EntityTypeBuilder<Merge> merge)
    {
        merge.Property(m => m.Reason).HasMaxLength(1000);
        merge.Property(m => m.Work).HasMaxLength(-1);
        merge.HasIndex(m => new { m.Kind, m.LoserId }).IsUnique();
        merge.HasIndex(m => new { m.Kind, m.WinnerId });
    }

    public void Configure(EntityTypeBuilder<NotDuplicate> pair) => pair.HasIndex(p => new { p.Kind, p.OneId, p.OtherId }).IsUnique();
}
