using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Confirmations;

namespace TradeMission.Web.Data.Mappings;

internal sealed class ConfirmationMapping : IEntityTypeConfiguration<FigureAnswer>, IEntityTypeConfiguration<ConfirmationRequest>, IEntityTypeConfiguration<ConfirmationLink>
{
    public void Configure(EntityTypeBuilder<FigureAnswer> answer)
    {
        answer.HasOne(a => a.Consultation).WithMany().HasForeignKey(a => a.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne(a => a.DealStep).WithMany().HasForeignKey(a => a.DealStepId).OnDelete(DeleteBehavior.Restrict);
        answer.HasOne<TradeUser>().WithMany().HasForeignKey(a => a.ById).OnDelete(DeleteBehavior.Restrict);
        answer.Property(a => a.Currency).HasMaxLength(3);
        answer.Property(a => a.Comment).HasMaxLength(1000);
        answer.Property(a => a.EndNote).HasMaxLength(1000);
        answer.Ignore(a => a.Stands);
    }

    public void Configure(EntityTypeBuilder<ConfirmationRequest> request)
    {
        request.HasOne(r => r.Participation).WithMany().HasForeignKey(r => r.ParticipationId).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Links).WithOne(l => l.Request).HasForeignKey(l => l.RequestId).OnDelete(DeleteBehavior.ClientCascade);
        request.HasIndex(r => new { r.DoneAt, r.LastSentOn });
    }

    public void Configure(EntityTypeBuilder<ConfirmationLink> link)
    {
        link.Property(l => l.TokenHash).HasMaxLength(64);

        // As long as an account may have it.
        link.Property(l => l.Email).HasMaxLength(256);
        link.HasIndex(l => l.TokenHash).IsUnique();
    }
}
