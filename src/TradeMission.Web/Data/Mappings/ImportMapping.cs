using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeMission.Web.Data.Mappings;

/// <summary>Imports, and what is still to be confirmed.</summary>
internal sealed class ImportMapping : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportDraft>
{
    /// <summary>Hexadecimal digits of a SHA-256.</summary>
    private const int Hash = 64;

    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.Property(i => i.Content).HasMaxLength(-1);
        import.Property(i => i.Made).HasMaxLength(-1);
        import.Property(i => i.Fingerprint).HasMaxLength(Hash);
        import.HasOne(i => i.Mission).WithMany().HasForeignKey(i => i.MissionId).OnDelete(DeleteBehavior.Restrict);
        import.HasIndex(i => i.Key).IsUnique();
        import.HasIndex(i => i.Fingerprint);
        import.HasIndex(i => i.At);
    }

    public void Configure(EntityTypeBuilder<ImportDraft> draft)
    {
        draft.Property(d => d.Content).HasMaxLength(-1);
        draft.Property(d => d.Fingerprint).HasMaxLength(Hash);
        draft.HasOne(d => d.Mission).WithMany().HasForeignKey(d => d.MissionId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<TradeUser>().WithMany().HasForeignKey(d => d.UserId).OnDelete(DeleteBehavior.Cascade);
        draft.HasIndex(d => d.Key).IsUnique();
    }
}
