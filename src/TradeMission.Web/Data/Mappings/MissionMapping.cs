using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TradeMission.Domain.Missions;

namespace TradeMission.Web.Data.Mappings;

internal sealed class MissionMapping : IEntityTypeConfiguration<Mission>
{
    public void Configure(EntityTypeBuilder<Mission> mission)
    {
        mission.Property(m => m.Reference).HasMaxLength(20);
        mission.HasIndex(m => m.Reference).IsUnique();
        mission.HasIndex(m => m.StartsOn);
        mission.Property(m => m.Region).HasMaxLength(60);
        mission.Property(m => m.BaseCurrency).HasMaxLength(3);
        mission.Property(m => m.Purpose).HasMaxLength(4000);
        mission.HasMany(m => m.Stops).WithOne(s => s.Mission).HasForeignKey(s => s.MissionId).OnDelete(DeleteBehavior.Restrict);
        mission.HasMany(m => m.Participations).WithOne(p => p.Mission).HasForeignKey(p => p.MissionId).OnDelete(DeleteBehavior.Restrict);
        mission.HasMany(m => m.CoHosts).WithOne(h => h.Mission).HasForeignKey(h => h.MissionId).OnDelete(DeleteBehavior.ClientCascade);
        mission.HasMany(m => m.StatedTotals).WithOne(s => s.Mission).HasForeignKey(s => s.MissionId).OnDelete(DeleteBehavior.ClientCascade);
        mission.HasMany(m => m.StatusChanges).WithOne(s => s.Mission).HasForeignKey(s => s.MissionId).OnDelete(DeleteBehavior.ClientCascade);
    }
}
