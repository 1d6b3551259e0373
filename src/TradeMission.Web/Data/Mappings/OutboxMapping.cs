using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace TradeMission.Web.Data.Mappings;

/// <summary>What the portal does by itself: letters that wait, daily tasks.</summary>
internal sealed class OutboxMapping : IEntityTypeConfiguration<OutgoingMail>, IEntityTypeConfiguration<TaskRun>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> mail)
    {
        mail.Property(m => m.To).HasMaxLength(256);
        mail.Property(m => m.ToName).HasMaxLength(256);
        mail.Property(m => m.Subject).HasMaxLength(500);
        mail.Property(m => m.Text).HasMaxLength(-1);
        mail.Property(m => m.Html).HasMaxLength(-1);
        mail.Property(m => m.MessageId).HasMaxLength(60);
        mail.Property(m => m.LastError).HasMaxLength(OutgoingMail.LongestError);
        mail.HasIndex(m => m.Key).IsUnique();

        // Only what is still to be tried has a next attempt: the rows found by it stay few, however much has been sent.
        mail.HasIndex(m => m.NextAttemptAt);
        mail.HasIndex(m => m.FailedAt);
        mail.HasIndex(m => m.SentAt);
    }

    public void Configure(EntityTypeBuilder<TaskRun> run)
    {
        run.Property(r => r.Name).HasMaxLength(100);
        run.Property(r => r.LastError).HasMaxLength(TaskRun.LongestError);
        run.HasIndex(r => r.Name).IsUnique();
    }
}
