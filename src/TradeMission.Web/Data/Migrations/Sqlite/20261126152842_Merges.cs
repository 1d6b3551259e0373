using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.Sqlite
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
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Companies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "MergedIntoId",
                table: "Buyers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Merges",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    WinnerId = table.Column<long>(type: "INTEGER", nullable: false),
                    LoserId = table.Column<long>(type: "INTEGER", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Work = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Merges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NotDuplicates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OneId = table.Column<long>(type: "INTEGER", nullable: false),
                    OtherId = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
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
