using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Merges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Participations",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Companies",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Buyers",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Merges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    WinnerId = table.Column<long>(type: "bigint", nullable: false),
                    LoserId = table.Column<long>(type: "bigint", nullable: false),
                    ByName = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Work = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotDuplicates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    OneId = table.Column<long>(type: "bigint", nullable: false),
                    OtherId = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NotDuplicates", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Participations_MergedIntoId",
                table: "Participations",
                column: "MergedIntoId",
                filter: "[MergedIntoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Companies_MergedIntoId",
                table: "Companies",
                column: "MergedIntoId",
                filter: "[MergedIntoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Buyers_MergedIntoId",
                table: "Buyers",
                column: "MergedIntoId",
                filter: "[MergedIntoId] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Merges_Kind_LoserId",
                table: "Merges",
                columns: new[] { "Kind", "LoserId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Merges_Kind_WinnerId",
                table: "Merges",
                columns: new[] { "Kind", "WinnerId" });

            migrationBuilder.CreateIndex(
                name: "IX_NotDuplicates_Kind_OneId_OtherId",
                table: "NotDuplicates",
                columns: new[] { "Kind", "OneId", "OtherId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Buyers_Buyers_MergedIntoId",
                table: "Buyers",
                column: "MergedIntoId",
                principalTable: "Buyers",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Companies_Companies_MergedIntoId",
                table: "Companies",
                column: "MergedIntoId",
                principalTable: "Companies",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Participations_Participations_MergedIntoId",
                table: "Participations",
                column: "MergedIntoId",
                principalTable: "Participations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Buyers_Buyers_MergedIntoId",
                table: "Buyers");

            migrationBuilder.DropForeignKey(
                name: "FK_Companies_Companies_MergedIntoId",
                table: "Companies");

            migrationBuilder.DropForeignKey(
                name: "FK_Participations_Participations_MergedIntoId",
                table: "Participations");

            migrationBuilder.DropTable(
                name: "Merges");

            migrationBuilder.DropTable(
                name: "NotDuplicates");

            migrationBuilder.DropIndex(
                name: "IX_Participations_MergedIntoId",
                table: "Participations");

            migrationBuilder.DropIndex(
                name: "IX_Companies_MergedIntoId",
                table: "Companies");

            migrationBuilder.DropIndex(
                name: "IX_Buyers_MergedIntoId",
                table: "Buyers");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Participations");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Companies");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "Buyers");
        }
    }
}
