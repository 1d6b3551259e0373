using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Consultations;
using TradeMission.Domain.Deals;

namespace TradeMission.Web.Data.Mappings;

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>
{
    public void Configure(EntityTypeBuilder<Consultation> consultation)
    {
        consultation.HasIndex(c => c.ClientId).IsUnique();
        consultation.HasOne(c => c.Mission).WithMany().HasForeignKey(c => c.MissionId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne(c => c.Stop).WithMany().HasForeignKey(c => c.StopId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne(c => c.Participation).WithMany().HasForeignKey(c => c.ParticipationId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne(c => c.Buyer).WithMany().HasForeignKey(c => c.BuyerId).OnDelete(DeleteBehavior.Restrict);
        consultation.HasOne<TradeUser>().WithMany().HasForeignKey(c => c.LoggedById).OnDelete(DeleteBehavior.Restrict);
        consultation.HasIndex(c => new { c.MissionId, c.HeldOn, c.Id }).IsDescending(false, true, true);
        consultation.HasIndex(c => new { c.HeldOn, c.Id }).IsDescending(true, true);
        consultation.HasIndex(c => new { c.ParticipationId, c.HeldOn, c.Id }).IsDescending(false, true, true);
        // Holds all that a count of meetings reads, so that counting one mission's touches no row of another that is being written.
        consultation.HasIndex(c => new { c.MissionId, c.BuyerId, c.StopId, c.ParticipationId });
        consultation.HasIndex(c => c.NextStepDueOn);

        // Few steps are open, and every page of a mission asks for them. Both servers read brackets.
        consultation.HasIndex(c => new { c.MissionId, c.NextStepDoneOn, c.NextStepDueOn }).HasFilter("[NextStep] IS NOT NULL");
        consultation.Property(c => c.Products).HasMaxLength(1000);
        consultation.Property(c => c.Notes).HasMaxLength(4000);
        consultation.Property(c => c.NextStep).HasMaxLength(1000);
        consultation.ComplexProperty(c => c.Value, ValuedMapping.Configure);
        consultation.Property(c => c.Answer).HasDefaultValue(FigureState.Unanswered);
        consultation.Ignore(c => c.Share);
        consultation.HasMany(c => c.Deals).WithOne(d => d.Consultation).HasForeignKey(d => d.ConsultationId).OnDelete(DeleteBehavior.Restrict);

        // The first and the last day of a mission's rates are the ends of this index.
        consultation.HasIndex(c => new { c.MissionId, c.RatedOn });
    }
}
