using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class CountMeetingsByIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consultations_MissionId_BuyerId",
                table: "Consultations");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_MissionId_BuyerId_StopId_ParticipationId",
                table: "Consultations",
                columns: new[] { "MissionId", "BuyerId", "StopId", "ParticipationId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consultations_MissionId_BuyerId_StopId_ParticipationId",
                table: "Consultations");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_MissionId_BuyerId",
                table: "Consultations",
                columns: new[] { "MissionId", "BuyerId" });
        }
    }
}
