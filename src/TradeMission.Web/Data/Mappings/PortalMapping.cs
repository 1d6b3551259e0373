using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeMission.Web.Data.Mappings;

/// <summary>Users, the audit trail, submitted forms and the framework's keys.</summary>
internal sealed class PortalMapping
    : IEntityTypeConfiguration<TradeUser>, IEntityTypeConfiguration<AuditEntry>, IEntityTypeConfiguration<AuditSubject>, IEntityTypeConfiguration<SubmittedForm>,
        IEntityTypeConfiguration<DataProtectionKey>, IEntityTypeConfiguration<IdentityUserClaim<long>>, IEntityTypeConfiguration<IdentityRoleClaim<long>>,
        IEntityTypeConfiguration<IdentityUserToken<long>>
{
    public void Configure(EntityTypeBuilder<TradeUser> user)
    {
        user.Property(u => u.PasswordHash).HasMaxLength(1000);
        user.Property(u => u.Language).HasMaxLength(2).HasDefaultValue("ko");
        user.HasOne(u => u.Company).WithMany().HasForeignKey(u => u.CompanyId).OnDelete(DeleteBehavior.Restrict);
        user.HasIndex(u => u.NormalizedEmail).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.Property(e => e.Record).HasMaxLength(60);
        entry.Property(e => e.Changes).HasMaxLength(-1);
        entry.Property(e => e.Reason).HasMaxLength(1000);
        entry.Property(e => e.RequestId).HasMaxLength(60);
        entry.HasIndex(e => e.At);
        entry.HasIndex(e => new { e.ActorId, e.Id });
    }

    public void Configure(EntityTypeBuilder<AuditSubject> subject)
    {
        subject.ToTable("AuditSubjects");
        subject.Property(s => s.Record).HasMaxLength(60);
        subject.HasKey(s => new { s.Record, s.RecordId, s.AuditEntryId });
        subject.HasOne(s => s.AuditEntry).WithMany(e => e.Subjects).HasForeignKey(s => s.AuditEntryId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<SubmittedForm> form)
    {
        form.HasKey(f => f.Key);
        form.Property(f => f.Key).ValueGeneratedNever();
        form.Property(f => f.Record).HasMaxLength(60);
        form.HasIndex(f => f.At);
    }

    public void Configure(EntityTypeBuilder<DataProtectionKey> key)
    {
        key.Property(k => k.Xml).HasMaxLength(-1);
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<long>> claim) => claim.Property(c => c.ClaimValue).HasMaxLength(1000);

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<long>> claim) => claim.Property(c => c.ClaimValue).HasMaxLength(1000);

    public void Configure(EntityTypeBuilder<IdentityUserToken<long>> token) => token.Property(t => t.Value).HasMaxLength(1000);
}
