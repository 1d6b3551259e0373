using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.SqlServer
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
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Missions",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Companies",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OtherNameKey",
                table: "Companies",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Companies",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "NameKey",
                table: "Buyers",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "OtherNameKey",
                table: "Buyers",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "Buyers",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "SearchKeys",
                table: "AspNetUsers",
                type: "nvarchar(2000)",
                maxLength: 2000,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_Consultations_Search",
                table: "Consultations",
                columns: new[] { "HeldOn", "Id" },
                descending: new bool[0])
                .Annotation("SqlServer:Include", new[] { "BuyerId", "ParticipationId", "MissionId", "SearchText" });

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
