using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TradeMission.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DropPursued : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // By SQLite's own statement: EF would make the table anew, which cannot be done inside the transaction of a migration.
            foreach (var column in new[] { "PursuedExpectedOn", "Pursued_Amount", "Pursued_BaseAmount", "Pursued_Currency", "Pursued_Rate", "Pursued_RateSource", "Pursued_RateOn" })
            {
                migrationBuilder.Sql($"ALTER TABLE \"Consultations\" DROP COLUMN \"{column}\";");
            }
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "PursuedExpectedOn",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_Amount",
                table: "Consultations",
                type: "TEXT",
                precision: 18,
                scale: 2,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_BaseAmount",
                table: "Consultations",
                type: "TEXT",
                precision: 28,
                scale: 12,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pursued_Currency",
                table: "Consultations",
                type: "TEXT",
                maxLength: 3,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "Pursued_Rate",
                table: "Consultations",
                type: "TEXT",
                precision: 20,
                scale: 10,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Pursued_RateSource",
                table: "Consultations",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "Pursued_RateOn",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            PursuedIntoDeals.CopyBack(migrationBuilder);
        }
    }
}
