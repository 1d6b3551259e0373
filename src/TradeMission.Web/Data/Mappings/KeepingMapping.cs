using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeMission.Web.Data.Mappings;

/// <summary>What is kept for a while: deleted records, drafts of forms.</summary>
internal sealed class KeepingMapping : IEntityTypeConfiguration<DeletedRecord>, IEntityTypeConfiguration<FormDraft>
{
    public void Configure(EntityTypeBuilder<DeletedRecord> deleted)
    {
        deleted.Property(d => d.Record).HasMaxLength(60);
        deleted.Property(d => d.Name).HasMaxLength(DeletedRecord.LongestName);
        deleted.Property(d => d.NameEn).HasMaxLength(DeletedRecord.LongestName);
        deleted.Property(d => d.Content).HasMaxLength(-1);
        deleted.HasIndex(d => new { d.Record, d.RecordId });
        deleted.HasIndex(d => d.KeptUntil);
    }

    public void Configure(EntityTypeBuilder<FormDraft> draft)
    {
        draft.HasKey(d => new { d.UserId, d.Address });
        draft.Property(d => d.Address).HasMaxLength(FormDraft.LongestAddress);
        draft.Property(d => d.Fields).HasMaxLength(-1);
        draft.HasOne<TradeUser>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => d.At);
    }
}
