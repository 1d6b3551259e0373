using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class OpenSteps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_Consultations_MissionId_NextStepDoneOn_NextStepDueOn",
                table: "Consultations",
                columns: new[] { "MissionId", "NextStepDoneOn", "NextStepDueOn" },
                filter: "[NextStep] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consultations_MissionId_NextStepDoneOn_NextStepDueOn",
                table: "Consultations");
        }
    }
}
