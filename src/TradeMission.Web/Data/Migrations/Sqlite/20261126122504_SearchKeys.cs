using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SearchKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "SisterCities",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Missions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Companies",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherNameKey",
                table: "Companies",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Companies",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Buyers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OtherNameKey",
                table: "Buyers",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Buyers",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "AspNetUsers",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Search",
                table: "Consultations",
                columns: new[] { "HeldOn", "Id", "BuyerId", "ParticipationId", "MissionId", "SearchText" },
                descending: new[] { true, true, false, false, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_Companies_NameKey",
                table: "Companies",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Companies_OtherNameKey",
                table: "Companies",
                column: "OtherNameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Buyers_NameKey",
                table: "Buyers",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_Buyers_OtherNameKey",
                table: "Buyers",
                column: "OtherNameKey");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Consultations_Search",
                table: "Consultations");

            migrationBuilder.DropIndex(
                name: "IX_Companies_NameKey",
                table: "Companies");

            migrationBuilder.DropIndex(
                name: "IX_Companies_OtherNameKey",
                table: "Companies");

            migrationBuilder.DropIndex(
                name: "IX_Buyers_NameKey",
                table: "Buyers");

            migrationBuilder.DropIndex(
                name: "IX_Buyers_OtherNameKey",
                table: "Buyers");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "SisterCities");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "Missions");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "OtherNameKey",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "NameKey",
                table: "Buyers");

            migrationBuilder.DropColumn(
                name: "OtherNameKey",
                table: "Buyers");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "Buyers");

            migrationBuilder.DropColumn(
                name: "SearchKeys",
                table: "AspNetUsers");
        }
    }
}
